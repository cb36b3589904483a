using FsCheck;
using FsCheck.Fluent;
using Parley.Casualties.Linkage;
using Xunit;

namespace Parley.Tests.Casualties.Linkage;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("ivanov", "ivanov", 0)]
    [InlineData("ivanov", "ivanova", 1)]
    [InlineData("ivanov", "iavnov", 1)]
    [InlineData("ivanov", "ivonov", 1)]
    [InlineData("ivanov", "petrov", 3)]
    public void Edits_are_counted_up_to_the_limit(string a, string b, int distance) => Assert.Equal(distance, EditDistance.Within(a, b, 2));

    [Fact]
    public void The_quick_distance_is_that_of_the_textbook()
    {
        var words = Gen.Elements('a', 'b', 'c').ListOf().Select(l => string.Concat(l.Take(8)));
        var pairs = words.SelectMany(a => words.Select(b => (A: a, B: b))).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithReplay(3, 5), Prop.ForAll(pairs, p =>
            EditDistance.Within(p.A, p.B, 8) == Math.Min(9, Textbook(p.A, p.B)) && EditDistance.Within(p.A, p.B, 2) == EditDistance.Within(p.B, p.A, 2)));
    }

    [Theory]
    [InlineData("martha", "marhta", 0.9611)]
    [InlineData("dixon", "dicksonx", 0.8133)]
    [InlineData("dwayne", "duane", 0.84)]
    [InlineData("same", "same", 1)]
    [InlineData("abc", "xyz", 0)]
    public void Jaro_Winkler_gives_the_published_examples(string a, string b, double similarity) =>
        Assert.Equal(similarity, EditDistance.JaroWinkler(a, b), 4);

    private static int Textbook(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                d[i, j] = i == 0 ? j : j == 0 ? i
                    : Math.Min(d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
