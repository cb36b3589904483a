namespace Parley.Analysis;

/// <summary>An outlet's record: counts of claims that it carried and what became of them, shown and not made into a score.</summary>
/// <param name="Outlet">The outlet.</param>
/// <param name="Claims">Claims carried.</param>
/// <param name="First">Of these, claims that it carried before every other of several outlets; on the same day only if the others print its report.</param>
/// <param name="Confirmed">Claims that somebody confirmed, whether or not another denied them.</param>
/// <param name="Denied">Claims that somebody denied, whether or not another confirmed them.</param>
/// <param name="Withdrawn">Claims taken back.</param>
/// <param name="AnonymousOnly">Claims that rest on unnamed sources only.</param>
public sealed record OutletRecord(string Outlet, int Claims, int First, int Confirmed, int Denied, int Withdrawn, int AnonymousOnly);
