using Parley.Records;

namespace Parley.Casualties.Gathering;

/// <summary>A word or number of a report.</summary>
/// <param name="Text">As it stands there.</param>
/// <param name="Lower">In lower-case letters, with one kind of apostrophe.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Sentence">Number of its sentence in the report.</param>
/// <param name="Block">Number of its block in the report.</param>
/// <param name="Gap">What stands between the word before it and itself, without white space.</param>
internal readonly record struct ReportWord(string Text, string Lower, TextSpan Span, int Sentence, int Block, string Gap)
{
    /// <summary>Whether it begins with a capital.</summary>
    public bool IsCapital => char.IsUpper(Text[0]);

    /// <summary>Whether it is one letter, as an initial is.</summary>
    public bool IsInitial => Text.Length == 1 && IsCapital;

    /// <summary>Whether it is written in Cyrillic letters.</summary>
    public bool IsCyrillic => Text[0] is >= 'Ѐ' and <= 'ӿ';

    /// <summary>Whether only white space stands before it.</summary>
    public bool Follows => Gap.Length == 0;
}
