namespace Parley.Records;

/// <summary>What made a derived record, so that old results can be told from new ones and redone.</summary>
/// <param name="Stage">The stage, e.g. <c>attributor</c>.</param>
/// <param name="Model">The rules or model it used.</param>
/// <param name="Version">Version of the rules or model.</param>
public sealed record MakerId(string Stage, string Model, string Version);
