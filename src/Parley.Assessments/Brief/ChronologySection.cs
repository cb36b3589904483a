using System.Collections.Immutable;
using Parley.Analysis;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>What was said when, in order of the days on which it was said, as far as those are known.</summary>
internal static class ChronologySection
{
    private const int MostInStandard = 40;

    public static Section? Build(BriefMaterial material)
    {
        var most = material.Options.Length == BriefLength.Full ? int.MaxValue : MostInStandard;
        // The most reported first, then in order of time.
        var rows = material.Claims
            .Select(c => (Claim: c, Statement: c.Statements.First(material.Covers)))
            .Where(c => c.Statement.Statement.Said is { } said && PartialDate.TryParse(said.Value, out _) && c.Statement.Statement.Actor is not null && !c.Statement.Statement.Issues.IsEmpty)
            .OrderByDescending(c => c.Claim.Origins.Length + (c.Claim.State == ClaimState.Open ? 0 : 1) + (c.Statement.Statement.Event is null ? 0 : 1))
            .ThenBy(c => c.Statement.SpokenDay)
            .Take(most)
            .OrderBy(c => c.Statement.SpokenDay).ThenBy(c => c.Statement.Statement.Said!.Value.Length)
            .Select(c => Row(c.Statement)).ToImmutableArray();
        return rows.Length < 2 ? null
            : new Section("chronology", "Chronology", [new SentenceTable("What was said when", ["Date", "Who", "What"], rows)]) { Lead = "By the date on which it was said." };
    }

    private static ImmutableArray<Sentence?> Row(ReportedStatement statement)
    {
        var citation = Citation.Of(statement);
        var verb = StatementWording.Verb(statement);
        return
        [
            Sentence.On(citation).Text(DateWording.Of(statement.Statement.Said!)).Build(),
            Sentence.On(citation).Name(StatementWording.NameOf(statement)).Build(),
            Sentence.On(citation).Text(verb == "said" ? "" : CueWording.GoesOn(verb, statement) ? $"{verb} " : $"{verb}: ")
                .Quote(citation, StatementWording.IsOwnWords(statement), 200).Build(),
        ];
    }
}
