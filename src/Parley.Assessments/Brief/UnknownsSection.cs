using System.Collections.Immutable;
using System.Globalization;
using Parley.Analysis;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>What is not known: what rests on unnamed sources only, and who could not be identified.</summary>
internal static class UnknownsSection
{
    private const int Most = 12;

    public static Section? Build(BriefMaterial material)
    {
        var records = material.Records.Where(material.Covers);
        var wording = material.Wording;
        var anonymous = records.Statements.Where(s => s.Statement.Sourcing == Sourcing.Anonymous).ToList();
        var nobody = records.Statements.Where(s => s.Statement.Actor is null && !s.Statement.HasUnresolvedSource).ToList();
        var unresolved = records.Statements.Where(s => s.Statement.HasUnresolvedSource).ToList();
        var undated = records.Statements.Where(s => s.Day is null && s.Statement.Said is null).ToList();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        Count(sentences, anonymous, records, "rest on sources that are not named");
        Count(sentences, nobody, records, "give nobody as their source");
        Count(sentences, unresolved, records, "have a source of whom the words do not tell who it is");
        Count(sentences, undated, records, "cannot be placed in time");
        if (sentences.Count == 0)
        {
            return null;
        }

        var blocks = ImmutableArray.CreateBuilder<SectionBlock>();
        blocks.Add(new SentenceList(sentences.ToImmutable()));
        var unconfirmed = material.Claims.Where(c => c.Sourcing is { Named: 0, Collective: 0, Organisation: 0, Document: 0 } && c.ConfirmedBy.IsEmpty).Take(Most).ToList();
        if (unconfirmed.Count > 0)
        {
            blocks.Add(new SentenceList([.. unconfirmed.Select(c => wording.Of(c, material.Telling(c)))]));
        }

        return new Section("unknown", "What we do not know", blocks.ToImmutable());
    }

    private static void Count(ImmutableArray<Sentence>.Builder sentences, List<ReportedStatement> counted, RecordSet records, string what)
    {
        if (counted.Count > 0)
        {
            var citations = counted.Select(Citation.Of).ToList();
            sentences.Add(Sentence.On(citations[0], citations.Skip(1)).Text(string.Create(CultureInfo.InvariantCulture,
                $"{counted.Count} of {records.Statements.Length} statements {what}.")).Build());
        }
    }
}
