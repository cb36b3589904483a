using System.Collections.Immutable;

namespace Parley.Analysis;

/// <summary>An answer to a saved question by something that was read lately.</summary>
/// <param name="Question">The question's name.</param>
/// <param name="Kind">What was asked for.</param>
/// <param name="Day">Day of publication, else of saying, of what gave rise to it; null if neither is known.</param>
/// <param name="Words">What happened, in a sentence with the words of the reports; they are untrusted.</param>
/// <param name="StatementIds">The statements or figures it rests on, what is new first.</param>
/// <param name="Document">The document that is new.</param>
/// <param name="Outlet">The outlet that reported it.</param>
/// <param name="Url">Where the article can be read, or null.</param>
public sealed record Alert(
    string Question, QuestionKind Kind, DateOnly? Day, string Words, ImmutableArray<string> StatementIds, string Document, string Outlet, string? Url);
