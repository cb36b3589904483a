using System.Collections.Immutable;
using Parley.Casualties.Estimation;
using Parley.Casualties.Estimation.MultipleSystems;
using Parley.Casualties.Register;
using Parley.Records;

namespace Parley.Casualties.Updating;

/// <summary>
/// How many of the dead are on none of the register's sources: multiple-systems estimation with the kinds of source as lists. It moves with
/// the register and is no more than a first look; the methods of <c>estimate</c> take better lists.
/// </summary>
public sealed class RegisterEstimate
{
    private const string Method = "mse";
    private const int Seed = 1;

    /// <summary>More lists leave too few persons on each pattern.</summary>
    private const int MostLists = 5;

    /// <summary>Persons who must be on two lists or more: with fewer the overlap is chance, and so is what follows from it.</summary>
    private const int LeastOverlap = 7;

    private readonly Dictionary<string, int> _patternOf = new(StringComparer.Ordinal);

    private RegisterEstimate(ImmutableArray<string> lists, RecordedEstimate recorded) => (Lists, Recorded) = (lists, recorded);

    /// <summary>The kinds of source that are taken for lists, in the order of the patterns' bits.</summary>
    public ImmutableArray<string> Lists { get; }

    /// <summary>The estimate as the ledger keeps it.</summary>
    public RecordedEstimate Recorded { get; private set; }

    /// <summary>For each person who counts the lists that he or she is on, as bits.</summary>
    public IReadOnlyDictionary<string, int> PatternOf => _patternOf;

    /// <summary>Estimates from the dead of a register whom nobody rejected or removed.</summary>
    public static RegisterEstimate Of(CasualtyRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        var dead = register.Records().Where(r => r.Status is CasualtyStatus.Killed or CasualtyStatus.DiedOfWounds or CasualtyStatus.Presumed)
            .Select(r => (r.Id, Kinds: r.Mentions.Select(m => register.Mention(m)!.Source.Kind).Distinct().ToList())).ToList();
        ImmutableArray<SourceKind> kinds = [.. dead.SelectMany(d => d.Kinds).CountBy(k => k).OrderByDescending(k => k.Value).ThenBy(k => k.Key).Take(MostLists).Select(k => k.Key).Order()];
        var estimate = new RegisterEstimate([.. kinds.Select(EnumName.Of)], new RecordedEstimate(Method, [], [], null, null, null, null, Seed));
        var counts = new long[1 << kinds.Length];
        foreach (var (id, on) in dead)
        {
            var pattern = on.Sum(k => kinds.IndexOf(k) is var i and >= 0 ? 1 << i : 0);
            if (pattern != 0)
            {
                counts[pattern]++;
                estimate._patternOf.Add(id, pattern);
            }
        }

        estimate.Recorded = estimate.Recorded with { Lists = estimate.Lists, Counts = [.. counts] };
        var overlap = counts.Where((_, pattern) => (pattern & (pattern - 1)) != 0).Sum();
        if (kinds.Length > 1 && overlap < LeastOverlap)
        {
            estimate.Recorded = estimate.Recorded with { Refusal = $"{overlap} of them are on two kinds of source or more; at least {LeastOverlap} are needed" };
            return estimate;
        }

        try
        {
            var found = MultipleSystemsEstimator.Estimate(Method, new CaptureTable(estimate.Lists, counts), new MultipleSystemsOptions { Seed = Seed });
            var interval = found.Intervals.FirstOrDefault();
            estimate.Recorded = estimate.Recorded with { Value = found.Value, Lower = interval?.Lower, Upper = interval?.Upper, Refusal = found.Refusal };
        }
        catch (EstimateInputException e)
        {
            estimate.Recorded = estimate.Recorded with { Refusal = e.Message };
        }

        return estimate;
    }
}
