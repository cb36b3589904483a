using System.Collections.Immutable;
using System.Numerics;

namespace Parley.Casualties.Estimation.MultipleSystems;

/// <summary>How chances to be listed are taken to differ between people (a column added to the model).</summary>
public enum Heterogeneity
{
    /// <summary>They do not.</summary>
    None,

    /// <summary>h(k) = 2^k - 1, k the number of lists.</summary>
    Poisson2,

    /// <summary>h(k) = k² / 2 (Darroch).</summary>
    Darroch,

    /// <summary>h(k) = ln 3.5 - ln(3.5 + k).</summary>
    Gamma35,
}

/// <summary>A log-linear model: every list has its main effect, and some sets of lists interact.</summary>
/// <param name="Interactions">Sets of two or more lists, as bits, in the order they were added.</param>
/// <param name="Heterogeneity">Differences between people.</param>
internal sealed record LogLinearModel(ImmutableArray<int> Interactions, Heterogeneity Heterogeneity = Heterogeneity.None)
{
    /// <summary>Lists independent of each other.</summary>
    public static LogLinearModel Independence { get; } = new([]);

    /// <summary>The model with one more interaction.</summary>
    public LogLinearModel With(int interaction) => this with { Interactions = Interactions.Add(interaction) };

    /// <summary>The model and every interaction that its own imply.</summary>
    public LogLinearModel Hierarchical()
    {
        var all = new SortedSet<int>(Comparer<int>.Create((a, b) =>
            BitOperations.PopCount((uint)a) is var x && BitOperations.PopCount((uint)b) is var y && x != y ? x.CompareTo(y) : a.CompareTo(b)));
        foreach (var interaction in Interactions)
        {
            for (var part = interaction; part > 0; part = (part - 1) & interaction)
            {
                if (BitOperations.PopCount((uint)part) >= 2)
                {
                    all.Add(part);
                }
            }
        }

        return all.Count == Interactions.Length ? this : this with { Interactions = [.. all] };
    }

    /// <summary>Reads interactions such as <c>A:B A:C</c>, separated by blanks; <c>none</c> or nothing for independence.</summary>
    /// <exception cref="EstimateInputException">A list is not in the table, or a term is no interaction.</exception>
    public static LogLinearModel Parse(string text, ImmutableArray<string> lists)
    {
        var interactions = ImmutableArray.CreateBuilder<int>();
        foreach (var term in text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (term.Equals("none", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var set = 0;
            foreach (var name in term.Split(':', StringSplitOptions.TrimEntries))
            {
                var index = lists.IndexOf(name, StringComparer.Ordinal);
                set |= index >= 0
                    ? 1 << index
                    : throw new EstimateInputException($"interaction '{term}': no list '{name}'; there are {string.Join(", ", lists)}");
            }

            if (BitOperations.PopCount((uint)set) < 2)
            {
                throw new EstimateInputException($"interaction '{term}': an interaction joins two lists or more, such as {lists[0]}:{lists[1]}");
            }

            if (!interactions.Contains(set))
            {
                interactions.Add(set);
            }
        }

        return new LogLinearModel(interactions.ToImmutable()).Hierarchical();
    }

    /// <summary>The interactions as terms: <c>A:B A:C</c>, or <c>none</c>.</summary>
    public string Terms(ImmutableArray<string> lists) =>
        Interactions.IsEmpty ? "none" : string.Join(' ', Interactions.Select(i => Name(i, lists, ':')));

    /// <summary>The model by its largest interactions: <c>[A.B,B.C.D]</c>, or <c>[indep]</c>.</summary>
    public string Generators(ImmutableArray<string> lists)
    {
        var largest = Interactions.Where(i => !Interactions.Any(o => o != i && (o & i) == i))
            .OrderBy(i => BitOperations.PopCount((uint)i)).ThenBy(i => i);
        var names = string.Join(',', largest.Select(i => Name(i, lists, '.')));
        return names.Length == 0 ? "[indep]" : $"[{names}]";
    }

    /// <summary>The names of a set of lists.</summary>
    public static string Name(int set, ImmutableArray<string> lists, char joiner) =>
        string.Join(joiner, lists.Where((_, i) => (set >> i & 1) == 1));
}
