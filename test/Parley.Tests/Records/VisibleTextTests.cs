using Parley.Records;
using Xunit;

namespace Parley.Tests.Records;

public class VisibleTextTests
{
    [Theory]
    [InlineData("plain\tand\r\nlines", "plain\tand\r\nlines")]
    [InlineData("a\u202Eb\u202Cc", "a⟨U+202E⟩b⟨U+202C⟩c")]
    [InlineData("bell\u0007 esc\u001B[31m", "bell⟨U+0007⟩ esc⟨U+001B⟩[31m")]
    [InlineData("\uFEFFx\u0085\u200B", "⟨U+FEFF⟩x⟨U+0085⟩⟨U+200B⟩")]
    [InlineData("\u0000\u007F", "⟨U+0000⟩⟨U+007F⟩")]
    public void Controls_and_marks_of_direction_are_shown(string text, string shown) => Assert.Equal(shown, VisibleText.Of(text));
}
