namespace Parley.Casualties.Review;

/// <summary>Which items of the queue to show; whatever is null does not restrict.</summary>
public sealed record ReviewFilter
{
    /// <summary>Kind of work.</summary>
    public ReviewKind? Kind { get; init; }

    /// <summary>Only what this person can decide: nothing that he or she has decided already.</summary>
    public string? Reviewer { get; init; }

    /// <summary>Words of the name, unit, home or place of one of the records, whatever the case of the letters.</summary>
    public string? Text { get; init; }

    /// <summary>Beginning of the id of one of the records.</summary>
    public string? Record { get; init; }

    /// <summary>Waiting since this day or longer. Items of unknown age are left out.</summary>
    public DateOnly? Before { get; init; }

    /// <summary>How many at most.</summary>
    public int? Limit { get; init; }

    /// <summary>Whether an item is wanted.</summary>
    public bool Admits(ReviewItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return (Kind is null || item.Kind == Kind)
            && (Reviewer is null || !item.Decided.Contains(Reviewer.Trim(), StringComparer.OrdinalIgnoreCase))
            && (Record is null || item.Ids.Concat(item.Records.Select(r => r.Id)).Any(id => id.StartsWith(Record, StringComparison.OrdinalIgnoreCase)))
            && (Before is null || item.Since <= Before)
            && (Text is null || item.Records.Any(new Register.RegisterFilter { Level = Register.ConfirmationLevel.Withdrawn, Text = Text }.Admits));
    }
}
