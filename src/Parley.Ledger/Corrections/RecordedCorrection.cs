using Parley.Records;

namespace Parley.Ledger;

/// <summary>A correction of an actor as the history has it.</summary>
/// <param name="Sequence">Its number in the history, by which it is taken back.</param>
/// <param name="Correction">What was corrected.</param>
/// <param name="Revert">Who took it back, when and why; null while it holds.</param>
public sealed record RecordedCorrection(long Sequence, ActorCorrection Correction, ActorCorrectionRevert? Revert);
