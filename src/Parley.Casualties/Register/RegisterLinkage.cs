using System.Collections.Immutable;
using Parley.Casualties.Linkage;

namespace Parley.Casualties.Register;

/// <summary>What a run of the linkage over a register found.</summary>
public sealed class RegisterLinkage
{
    private readonly CasualtyRegister _register;

    internal RegisterLinkage(CasualtyRegister register, LinkageResult result) => (_register, Result) = (register, result);

    /// <summary>The linkage of the mentions that count, with its model and explanations.</summary>
    public LinkageResult Result { get; }

    /// <summary>What was compared, and the errors that the run states.</summary>
    public required LinkageSummary Summary { get; init; }

    /// <summary>The persons whose mentions are not those that the last run joined, each with all of its mentions.</summary>
    public required ImmutableArray<ImmutableArray<string>> Groups { get; init; }

    /// <summary>Pairs that people should look at, the most doubtful first.</summary>
    public required ImmutableArray<DoubtfulPair> Doubtful { get; init; }

    /// <summary>The event to be appended; null if the run found what the last one did.</summary>
    /// <param name="when">When it was done, in UTC.</param>
    public MentionsLinked? ToEvent(DateTimeOffset when) =>
        Groups.IsEmpty && (_register.LastLinkage is { } last ? last.Doubtful.SequenceEqual(Doubtful) && last.Summary == Summary : Summary.Mentions == 0)
            ? null
            : new MentionsLinked { When = when, Who = "parley", Groups = Groups, Doubtful = Doubtful, Summary = Summary };

    /// <summary>Why two records, or two mentions, are held to be of one person or of two: the weights of their likeliest pair of mentions.</summary>
    /// <param name="first">Ids of the mentions of one.</param>
    /// <param name="second">Ids of the mentions of the other.</param>
    /// <exception cref="FormatException">None of the mentions of one of them counts.</exception>
    public LinkageExplanation Explain(IReadOnlyCollection<string> first, IReadOnlyCollection<string> second)
    {
        var (ones, others) = (RowsOf(first), RowsOf(second));
        return ones.SelectMany(a => others.Where(b => b != a).Select(b => Result.Explain(Math.Min(a, b), Math.Max(a, b)))).MaxBy(e => e.TotalBits)
            ?? throw new FormatException("two different mentions that count are needed");
    }

    private List<int> RowsOf(IReadOnlyCollection<string> mentions) =>
        Enumerable.Range(0, Result.Table.Count).Where(r => mentions.Contains(Result.Table.Ids[r])).ToList() is { Count: > 0 } rows ? rows
            : throw new FormatException($"none of the mentions {string.Join(", ", mentions)} counts any longer");
}
