using System.Collections.Immutable;
using System.Globalization;
using Parley.Analysis;

namespace Parley.Assessments;

/// <summary>What is not known: what rests on unnamed sources only, and who could not be identified.</summary>
internal static class UnknownsSection
{
    private const int Most = 12;
    private const int LeastWords = 2;

    public static Section? Build(BriefMaterial material)
    {
        var records = material.Records.Where(material.Covers);
        var wording = material.Wording;
        var anonymous = material.Claims.Where(IsUnnamed).ToList();
        var nobody = records.Statements.Where(s => s.Statement.Actor is null && !s.Statement.HasUnresolvedSource).ToList();
        var unresolved = records.Statements.Where(s => s.Statement.HasUnresolvedSource).ToList();
        var undated = records.Statements.Where(s => s.Day is null && s.Statement.Said is null).ToList();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        Count(sentences, [.. anonymous.Select(material.Telling)], "claim", material.Claims.Length, "rests on unnamed sources only", "rest on unnamed sources only", wording);
        Count(sentences, nobody, "statement", records.Statements.Length, "gives nobody as its source", "give nobody as their source", wording);
        Count(sentences, unresolved, "statement", records.Statements.Length, "has a source of whom the words do not tell who it is", "have a source of whom the words do not tell who it is", wording);
        Count(sentences, undated, "statement", records.Statements.Length, "cannot be placed in time", "cannot be placed in time", wording);
        if (sentences.Count == 0)
        {
            return null;
        }

        var blocks = ImmutableArray.CreateBuilder<SectionBlock>();
        blocks.Add(new SentenceList(sentences.ToImmutable()));
        var unconfirmed = anonymous.Where(c => c.ConfirmedBy.IsEmpty && c.Representative.ContentWordCount >= LeastWords).Take(Most).ToList();
        if (unconfirmed.Count > 0)
        {
            blocks.Add(new SentenceList([.. unconfirmed.Select(c => wording.Of(c, material.Telling(c)))]));
        }

        return new Section("unknown", "What we do not know", blocks.ToImmutable());
    }

    private static bool IsUnnamed(Claim claim) => claim.Sourcing is { Named: 0, Collective: 0, Organisation: 0, Document: 0 };

    private static void Count(ImmutableArray<Sentence>.Builder sentences, List<ReportedStatement> counted, string noun, int all, string one, string many, StatementWording wording)
    {
        if (counted.Count > 0)
        {
            sentences.Add(Sentence.On(Citation.Of(counted[0]), counted.Skip(1).Take(wording.MostCited - 1).Select(Citation.Of)).Text(string.Create(CultureInfo.InvariantCulture,
                $"{counted.Count} of {all} {noun}s {(counted.Count == 1 ? one : many)}.")).Build());
        }
    }
}
