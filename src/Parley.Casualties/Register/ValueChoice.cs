using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Casualties.Register;

/// <summary>
/// Chooses one of the values that sources give for a field, by a fixed order of rules: what a person set; a later state over an earlier one;
/// the best graded source; the most independent sources; what came first. Values that contradict it are kept beside it.
/// </summary>
internal static class ValueChoice
{
    /// <summary>The choice, or null if nothing is known of the field.</summary>
    public static FieldChoice? Choose(RegisterField field, IReadOnlyList<(string Id, CasualtyMention Mention)> mentions, IReadOnlyList<FieldCorrected> corrections)
    {
        var groups = Group(field, mentions);
        if (corrections is [.., { New: { } set }])
        {
            var others = corrections.Select(c => c.New!).Where(v => !ValueAgreement.Agree(field, v, set)).Distinct(StringComparer.Ordinal).ToList();
            return new FieldChoice(field, set, others.Count == 0 ? ChoiceRule.Correction : ChoiceRule.LaterCorrection,
                [.. others.Concat(groups.Select(g => g.Best(field)).Where(v => !ValueAgreement.Agree(field, v, set))).Distinct(StringComparer.Ordinal)]);
        }

        switch (groups)
        {
            case []:
                return null;
            case [var only]:
                return new FieldChoice(field, only.Best(field), only.Items.Count == 1 ? ChoiceRule.OnlySource : ChoiceRule.Agreement, []);
        }

        if (field == RegisterField.Status && groups.Where(g => IsDeath(g.Items[0].Value)).ToList() is { Count: > 0 } deaths
            && groups.Except(deaths).All(g => IsOpen(g.Items[0].Value)))
        {
            var death = Ranked(deaths)[0];
            return new FieldChoice(field, death.Best(field), deaths.Count == 1 ? ChoiceRule.LaterState : ChoiceRule.BestSource, Values(field, deaths, death));
        }

        var ranked = Ranked(groups);
        var rule = ranked[0].Grade < ranked[1].Grade ? ChoiceRule.BestSource
            : ranked[0].Sources > ranked[1].Sources ? ChoiceRule.MostSources
            : ChoiceRule.FirstGiven;
        return new FieldChoice(field, ranked[0].Best(field), rule, Values(field, groups, ranked[0]));
    }

    private static List<ValueGroup> Group(RegisterField field, IReadOnlyList<(string Id, CasualtyMention Mention)> mentions)
    {
        var groups = new List<ValueGroup>();
        foreach (var (_, mention) in mentions)
        {
            if (mention[field] is not { } value)
            {
                continue;
            }

            var group = groups.Find(g => g.Items.All(i => ValueAgreement.Agree(field, i.Value, value)));
            if (group is null)
            {
                groups.Add(group = new ValueGroup([]));
            }

            group.Items.Add((value, mention.Source));
        }

        return groups;
    }

    /// <summary>OrderBy is stable, so that what came first stays first among equals.</summary>
    private static List<ValueGroup> Ranked(IEnumerable<ValueGroup> groups) => [.. groups.OrderBy(g => g.Grade).ThenByDescending(g => g.Sources)];

    private static ImmutableArray<string> Values(RegisterField field, IEnumerable<ValueGroup> groups, ValueGroup chosen) =>
        [.. groups.Where(g => g != chosen).Select(g => g.Best(field))];

    private static bool IsDeath(string status) => status is "killed" or "died-of-wounds" or "presumed";

    private static bool IsOpen(string status) => status is "missing" or "captured" or "unknown";

    private sealed record ValueGroup(List<(string Value, CasualtySource Source)> Items)
    {
        public char Grade => Items.Min(i => i.Source.Reliability);

        public int Sources => Items.Select(i => Confirmation.GroupOf(i.Source)).Distinct(StringComparer.OrdinalIgnoreCase).Count();

        /// <summary>The finest date, the first name that is more than an initial, else the first value.</summary>
        public string Best(RegisterField field) => field switch
        {
            RegisterField.BirthDate or RegisterField.DeathDate or RegisterField.DeclaredDate or RegisterField.MissingDate => Items.OrderBy(i => Width(i.Value)).First().Value,
            RegisterField.Surname or RegisterField.GivenName or RegisterField.Patronymic => Items.Select(i => i.Value).FirstOrDefault(v => v.Length > 2) ?? Items[0].Value,
            _ => Items[0].Value,
        };

        private static int Width(string value) => PartialDate.TryParse(value, out var date) ? date.Last.DayNumber - date.First.DayNumber : int.MaxValue;
    }
}
