using Parley.Records;
using Xunit;

namespace Parley.Tests.Documents.Formats;

public class VisibleTextTests
{
    [Theory]
    [InlineData("plain\tand\r\nlines", "plain\tand\r\nlines")]
    [InlineData("a\u202Eb\u202Cc", "a⟨RLO⟩b⟨PDF⟩c")]
    [InlineData("bell\u0007 esc\u001B[31m", "bell␇ esc␛[31m")]
    [InlineData("\uFEFFx\u0085\u200B", "⟨BOM⟩x⟨U+0085⟩⟨ZWSP⟩")]
    [InlineData("\u0000\u007F", "␀␡")]
    public void Controls_and_marks_of_direction_are_shown(string text, string shown) => Assert.Equal(shown, VisibleText.Of(text));
}
