using System.Collections.Immutable;
using Parley.Casualties.Gathering;
using Parley.Casualties.Register;
using Parley.Records;

namespace Parley.Tests.Casualties.Gathering;

/// <summary>A report of our own with the casualties that are to be gathered from it.</summary>
internal sealed record AnnotatedReport(string Title, Article Article, ImmutableArray<ImmutableDictionary<RegisterField, string>> Wanted)
{
    public static IReadOnlyList<AnnotatedReport> ReadAll(string path) =>
        [.. File.ReadAllText(path).Split("\n## ").Skip(1).Select(Read)];

    /// <summary>What is found of the fields that are annotated.</summary>
    public IReadOnlyList<Dictionary<RegisterField, string>> Found() =>
        [.. CasualtyFinder.Find(Article).Select(values => values.Where(v => Scored.Contains(v.Field)).ToDictionary(v => v.Field, v => v.Value))];

    /// <summary>Fields that the annotation gives; what else is found is not judged.</summary>
    public static readonly ImmutableArray<RegisterField> Scored =
    [
        RegisterField.Surname, RegisterField.GivenName, RegisterField.Patronymic, RegisterField.BirthDate, RegisterField.Age, RegisterField.Home, RegisterField.Unit,
        RegisterField.Rank, RegisterField.Status, RegisterField.DeathDate, RegisterField.DeathPlace, RegisterField.BurialPlace, RegisterField.DeclaredDate, RegisterField.MissingDate,
    ];

    private static AnnotatedReport Read(string section)
    {
        var parts = section.Split("```");
        var text = parts[1]["text\n".Length..].Trim('\n');
        PartialDate? published = null;
        if (text.StartsWith("published: ", StringComparison.Ordinal))
        {
            published = PartialDate.TryParse(text.AsSpan("published: ".Length, 10), out var date) ? date : throw new FormatException(section);
            text = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        }

        var wanted = parts[2].Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.StartsWith("- ", StringComparison.Ordinal) && l != "- none")
            .Select(l => l[2..].Split("; ").Select(p => p.Split('=', 2)).ToImmutableDictionary(p => RegisterFields.Named(p[0]), p => p[1])).ToImmutableArray();
        return new AnnotatedReport(section[..section.IndexOf('\n', StringComparison.Ordinal)], ArticleOf(text, published), wanted);
    }

    /// <summary>An article whose paragraphs are its blocks, marked as the wrong language, as readers sometimes do.</summary>
    public static Article ArticleOf(string text, PartialDate? published)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal) is >= 0 and var gap ? gap : text.Length;
            var span = new TextSpan(start, end - start);
            blocks.Add(new Block { Span = span, Body = span, Kind = BlockKind.Paragraph });
            start = end + 2;
        }

        return new Article
        {
            Id = new ArticleId(ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(text)), 0),
            Text = text, Offsets = [], Form = ArticleForm.Article, Language = "bg", Blocks = blocks.ToImmutable(), Published = published,
        };
    }
}

/// <summary>Counts of values gathered rightly, wrongly and not at all.</summary>
internal sealed class GatheringScore
{
    private readonly SortedDictionary<string, (int Right, int Wrong, int Missed)> _fields = new(StringComparer.Ordinal);
    private readonly List<string> _errors = [];

    public IReadOnlyList<string> Errors => _errors;

    public void Add(AnnotatedReport report)
    {
        var left = report.Found().ToList();
        foreach (var wanted in report.Wanted)
        {
            var found = left.Find(f => f.GetValueOrDefault(RegisterField.Surname) == wanted.GetValueOrDefault(RegisterField.Surname) && f.GetValueOrDefault(RegisterField.GivenName) == wanted.GetValueOrDefault(RegisterField.GivenName))
                ?? left.Find(f => f.GetValueOrDefault(RegisterField.Surname) == wanted.GetValueOrDefault(RegisterField.Surname))
                ?? left.Find(f => f.GetValueOrDefault(RegisterField.GivenName) == wanted.GetValueOrDefault(RegisterField.GivenName));
            Count("person", found is not null, false, found is null);
            if (found is null)
            {
                _errors.Add($"{report.Title}: missed {wanted.GetValueOrDefault(RegisterField.Surname)}");
            }
            else
            {
                left.Remove(found);
            }

            foreach (var field in AnnotatedReport.Scored)
            {
                var (want, have) = (wanted.GetValueOrDefault(field), found?.GetValueOrDefault(field));
                Count(RegisterFields.FileName(field), want is not null && want == have, have is not null && want != have, want is not null && want != have);
                if (want != have && found is not null)
                {
                    _errors.Add($"{report.Title}: {wanted.GetValueOrDefault(RegisterField.Surname)}: {RegisterFields.FileName(field)} wanted '{want}', found '{have}'");
                }
            }
        }

        foreach (var extra in left)
        {
            Count("person", false, true, false);
            _errors.Add($"{report.Title}: nobody called {string.Join(' ', extra.Values)}");
        }
    }

    public (double Precision, double Recall) Of(string field)
    {
        var (right, wrong, missed) = _fields[field];
        return (right / (double)Math.Max(1, right + wrong), right / (double)Math.Max(1, right + missed));
    }

    public override string ToString() => string.Join('\n', _fields.Select(f => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{f.Key,-12} precision {Of(f.Key).Precision:0.000}  recall {Of(f.Key).Recall:0.000}  of {f.Value.Right + f.Value.Missed}")));

    private void Count(string field, bool right, bool wrong, bool missed)
    {
        var was = _fields.GetValueOrDefault(field);
        _fields[field] = (was.Right + (right ? 1 : 0), was.Wrong + (wrong ? 1 : 0), was.Missed + (missed ? 1 : 0));
    }
}
