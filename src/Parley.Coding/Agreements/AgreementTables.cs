using System.Collections.Immutable;
using Parley.Coding.Words;
using Parley.Records;

namespace Parley.Coding.Agreements;

/// <summary>A named accord: facts from public record.</summary>
internal sealed record Accord(string Name, PartialDate? Date, ImmutableArray<string> Parties);

/// <summary>Under which circumstances a noun names an agreement.</summary>
internal sealed record AgreementHead(bool TakesName, bool NeedsCapital, bool IsPlan, bool MayBeShort);

/// <summary>The tables of agreements.</summary>
internal sealed class AgreementTables
{
    private AgreementTables(Vocabulary vocabulary, Builder builder)
    {
        Accords = builder.Accords.Build(vocabulary);
        Heads = builder.Heads.Build(vocabulary);
        Claims = builder.Claims.Build(vocabulary);
    }

    public PhraseTable<Accord> Accords { get; }

    public PhraseTable<AgreementHead> Heads { get; }

    public PhraseTable<AgreementClaim> Claims { get; }

    /// <summary>Reads the tables; accords of the user's own come before those that are known.</summary>
    public static Builder Load(Vocabulary.Builder vocabulary, string? userAccords) => new(vocabulary, userAccords);

    internal sealed class Builder
    {
        public Builder(Vocabulary.Builder vocabulary, string? userAccords)
        {
            Accords = new(vocabulary);
            if (userAccords is not null)
            {
                Add(TableFile.FromFile(userAccords, 4));
            }

            Add(TableFile.FromResource("agreements/accords.tsv", 4));
            Heads = SimpleTables.Read(vocabulary, "agreements/heads.tsv", 2, ReadHead);
            Claims = SimpleTables.Read(vocabulary, "agreements/claims.tsv", 2, row => row.Member<AgreementClaim>(1));
        }

        public PhraseTable<Accord>.Builder Accords { get; }

        public PhraseTable<AgreementHead>.Builder Heads { get; }

        public PhraseTable<AgreementClaim>.Builder Claims { get; }

        public AgreementTables Build(Vocabulary vocabulary) => new(vocabulary, this);

        private void Add(TableFile table)
        {
            foreach (var row in table.Rows)
            {
                PartialDate? date = row[1] is not { } text ? null
                    : PartialDate.TryParse(text, out var read) ? read
                    : throw row.Error($"'{text}' is no date; YYYY, YYYY-MM, YYYY-MM-DD or - is expected");
                var accord = new Accord(row.Cells[0], date, [.. Split(row[2])]);
                foreach (var phrase in Split(row[3]))
                {
                    Accords.Add(row, phrase, accord);
                }
            }
        }

        private static string[] Split(string? cell) => cell?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

        private static AgreementHead ReadHead(TableFile.Row row)
        {
            var flags = row.Cells[1].Split(' ');
            foreach (var flag in flags)
            {
                if (flag is not ("name" or "capital" or "plan" or "short"))
                {
                    throw row.Error($"'{flag}' is unknown; name, capital, plan or short is expected");
                }
            }

            return new AgreementHead(flags.Contains("name") || flags.Contains("capital"), flags.Contains("capital"), flags.Contains("plan"), flags.Contains("short"));
        }
    }
}
