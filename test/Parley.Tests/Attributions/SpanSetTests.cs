using FsCheck;
using FsCheck.Fluent;
using Parley.Attributions;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Attributions;

public sealed class SpanSetTests
{
    private static readonly Gen<TextSpan> Spans = Gen.Choose(0, 30).SelectMany(start => Gen.Choose(0, 8).Select(length => new TextSpan(start, length)));

    [Fact]
    public void A_set_overlaps_what_one_of_its_spans_overlaps() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20261125, 5),
        Prop.ForAll(Spans.ArrayOf().ToArbitrary(), Spans.ToArbitrary(), (spans, asked) => Assert.Equal(spans.Any(s => s.Overlaps(asked)), new SpanSet(spans).Overlaps(asked))));
}
