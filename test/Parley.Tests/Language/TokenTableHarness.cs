using Parley.Language;
using Xunit;

namespace Parley.Tests.Language;

/// <summary>Polices any tokenisation: tokens in order, none empty, none overlapping, all but white space covered, offsets that survive code points.</summary>
internal static class TokenTableHarness
{
    public static void AssertSound(string text, TokenTable tokens)
    {
        var covered = new bool[text.Length];
        var end = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            Assert.True(token.Start >= end && token.Length > 0 && token.End <= text.Length, $"token {i} at {token} is empty, overlaps or lies outside");
            Assert.False(SplitsPair(text, token.Start) || SplitsPair(text, token.End), $"token {i} at {token} splits a surrogate pair");
            covered.AsSpan(token.Start, token.Length).Fill(true);
            end = token.End;
        }

        for (var i = 0; i < text.Length; i++)
        {
            Assert.True(covered[i] || char.IsWhiteSpace(text[i]), $"unit {i} (U+{(int)text[i]:X4}) is in no token");
        }

        AssertCodePointRoundTrip(text, tokens);
    }

    private static void AssertCodePointRoundTrip(string text, TokenTable tokens)
    {
        var toCodePoint = new int[text.Length + 1];
        var toUnit = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            toCodePoint[i] = toUnit.Count;
            if (!SplitsPair(text, i))
            {
                toUnit.Add(i);
            }
        }

        toCodePoint[text.Length] = toUnit.Count;
        toUnit.Add(text.Length);
        for (var i = 0; i < tokens.Count; i++)
        {
            Assert.Equal(tokens[i].Start, toUnit[toCodePoint[tokens[i].Start]]);
            Assert.Equal(tokens[i].End, toUnit[toCodePoint[tokens[i].End]]);
        }
    }

    private static bool SplitsPair(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]);
}
