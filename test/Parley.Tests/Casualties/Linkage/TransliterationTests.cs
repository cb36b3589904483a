using FsCheck;
using FsCheck.Fluent;
using Parley.Casualties.Linkage;
using Xunit;

namespace Parley.Tests.Casualties.Linkage;

public sealed class TransliterationTests
{
    [Theory]
    [InlineData("bgn_pcgn", "Алексей Воробьёв", "Aleksey Vorob’yёv")]
    [InlineData("icao_doc_9303", "Юрий Хрущёв", "Iurii Khrushchev")]
    [InlineData("gost_779", "Щукин", "Ŝukin")]
    [InlineData("scientific", "Чичков", "Čičkov")]
    [InlineData("mvd_310_fr", "Шубин", "Choubine")]
    [InlineData("kmu_2010", "Згурський Юрій", "Zghurskyi Yurii")]
    [InlineData("kmu_2010", "Олег Їжак", "Oleh Yizhak")]
    [InlineData("wikipedia", "Белорусский", "Belorussky")]
    public void A_scheme_writes_Cyrillic_by_its_rules(string scheme, string cyrillic, string latin) =>
        Assert.Equal(latin, Transliteration.Scheme(scheme).Apply(cyrillic));

    [Fact]
    public void What_a_scheme_writes_can_stand_for_what_it_was()
    {
        var letters = Gen.Elements("абвгдежзийклмнопрстуфхцчшщыьэюя".ToCharArray());
        var words = letters.NonEmptyListOf().Select(l => string.Concat(l.Take(12)));
        var schemes = Gen.Elements(Transliteration.Names.Where(n => Transliteration.Scheme(n).Language == "ru").ToArray());
        var cases = words.SelectMany(w => schemes.Select(s => (Word: w, Scheme: s))).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithReplay(11, 17), Prop.ForAll(cases, c =>
            Transliteration.Scheme(c.Scheme).CanStandFor(Transliteration.Scheme(c.Scheme).Apply(c.Word), c.Word)));
    }

    [Theory]
    [InlineData("icao_doc_9303", "Ivanov", "Петров")]
    [InlineData("icao_doc_9303", "Ivanov", "Иванова")]
    public void A_name_does_not_stand_for_another(string scheme, string latin, string cyrillic) =>
        Assert.False(Transliteration.Scheme(scheme).CanStandFor(latin, cyrillic));

    [Fact]
    public void An_unknown_scheme_is_refused_with_the_known_ones() =>
        Assert.Contains("icao_doc_9303", Assert.Throws<KeyNotFoundException>(() => Transliteration.Scheme("esperanto")).Message, StringComparison.Ordinal);
}
