using Parley.Language;

namespace Parley.Attributions;

/// <summary>A stretch between quotation marks.</summary>
/// <param name="Tokens">Its tokens, with the marks.</param>
/// <param name="IsOpened">True if it begins with a mark of its own; false for a paragraph that goes on without one.</param>
/// <param name="IsClosed">True if its closing mark was found.</param>
/// <param name="Parent">Index of the quotation around it, or -1.</param>
/// <param name="Continues">Index of the quotation of an earlier paragraph that it goes on with, or -1.</param>
/// <param name="IsSpeech">True if it reads like something said; false for titles and for single words held at a distance.</param>
internal readonly record struct Quotation(TokenRange Tokens, bool IsOpened, bool IsClosed, int Parent, int Continues, bool IsSpeech)
{
    /// <summary>The tokens between the marks.</summary>
    public TokenRange Inner => new(Tokens.Start + (IsOpened ? 1 : 0), Tokens.End - (IsClosed ? 1 : 0));
}
