using Parley.Records;
using Xunit;

namespace Parley.Tests.Records;

public class TextSpanTests
{
    [Fact]
    public void A_span_is_half_open()
    {
        var span = TextSpan.FromBounds(2, 5);
        Assert.Equal(3, span.Length);
        Assert.True(span.Contains(2));
        Assert.False(span.Contains(5));
    }

    [Fact]
    public void Outer_spans_sort_before_those_they_hold() =>
        Assert.Equal([new(0, 9), new(0, 4), new(1, 2)], new TextSpan[] { new(1, 2), new(0, 4), new(0, 9) }.Order());

    [Fact]
    public void Negative_offsets_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(-1, 2));
}
