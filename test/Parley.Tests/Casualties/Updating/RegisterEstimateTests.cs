using Parley.Casualties.Register;
using Parley.Casualties.Updating;
using Parley.Tests.Casualties.Register;
using Xunit;

namespace Parley.Tests.Casualties.Updating;

public sealed class RegisterEstimateTests
{
    private static readonly CasualtySource Obituary = new("Daily", SourceKind.Obituary, 'B', "");
    private static readonly CasualtySource Grave = new("Cemetery", SourceKind.Cemetery, 'C', "");

    [Fact]
    public void Kinds_of_source_are_the_lists_and_only_the_dead_count()
    {
        var made = new RegisterMade();
        for (var i = 0; i < 12; i++)
        {
            made.Add($"o{i}", Obituary, ("surname", $"Орлов{i}")).Add($"g{i}", Grave, ("surname", $"Зимин{i}")).Add($"b{i}", Obituary, ("surname", $"Жданов{i}"))
                .Add($"c{i}", Grave, ("surname", $"Жданов{i}")).Link([$"b{i}", $"c{i}"]);
        }

        made.Add("m", Obituary, ("status", "missing"));
        var estimate = RegisterEstimate.Of(made.Register).Recorded;
        Assert.Equal(["obituary", "cemetery"], estimate.Lists);
        Assert.Equal([0, 12, 12, 12], estimate.Counts);
        Assert.Equal(36, estimate.Observed);
        Assert.InRange(estimate.Value!.Value, 40, 60); // two lists of 24 with 12 in common: 48 in all
        Assert.True(estimate.Lower < estimate.Value && estimate.Value < estimate.Upper);
    }

    [Fact]
    public void A_handful_on_both_lists_bears_no_estimate()
    {
        var made = new RegisterMade();
        for (var i = 0; i < 6; i++)
        {
            made.Add($"b{i}", Obituary, ("surname", $"Жданов{i}")).Add($"c{i}", Grave, ("surname", $"Жданов{i}")).Link([$"b{i}", $"c{i}"]);
        }

        var estimate = RegisterEstimate.Of(made.Register).Recorded;
        Assert.Null(estimate.Value);
        Assert.StartsWith("6 of them", estimate.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void One_list_bears_no_estimate()
    {
        var estimate = RegisterEstimate.Of(new RegisterMade().Add("a", Obituary).Register).Recorded;
        Assert.Null(estimate.Value);
        Assert.Contains("one list only", estimate.Refusal, StringComparison.Ordinal);
        Assert.Null(RegisterEstimate.Of(CasualtyRegister.Of([])).Recorded.Value);
    }
}
