using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Parley.Records;

namespace Parley.Tests.Records;

/// <summary>Arbitrary records, for properties: any text that is well-formed UTF-16, any enumeration member, any span.</summary>
internal static class RecordGenerators
{
    public static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20250301, 7);

    public static readonly Gen<string> Text =
        Gen.Elements("a", "Z", "7", " ", "é", "Ж", "中", "😀", "\u202E", "\0", "\u001F", "\"", "\\", "\n", "<", "&", "'", "+", "\u2028", "\uFEFF", "=")
            .ListOf().Select(string.Concat);

    public static readonly Gen<ContentHash> Hash = Text.Select(t => ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(t)));

    public static readonly Gen<ArticleId> ArticleId = Hash.SelectMany(h => Gen.Choose(0, 50).Select(i => new ArticleId(h, i)));

    public static readonly Gen<TextSpan> Span =
        Gen.Choose(0, int.MaxValue / 2).SelectMany(s => Gen.Choose(0, int.MaxValue / 2).Select(l => new TextSpan(s, l)));

    public static readonly Gen<PartialDate> Date = Gen.Choose(1, 9999).SelectMany(year => Gen.Choose(0, 12).SelectMany(month =>
        Gen.Choose(0, 28).Select(day => new PartialDate(year, month == 0 ? null : month, month == 0 || day == 0 ? null : day))));

    public static readonly Gen<double> Probability = Gen.Choose(0, int.MaxValue).Select(n => n / (double)int.MaxValue);

    public static readonly Gen<decimal> Quantity =
        Gen.Choose(int.MinValue, int.MaxValue).SelectMany(n => Gen.Choose(0, 9).Select(scale => new decimal(Math.Abs((long)n) is var m ? (int)(m & 0x7fffffff) : 0, 77, 0, n < 0, (byte)scale)));

    public static readonly Gen<Article> Article =
        from id in ArticleId
        from text in Text
        from offsets in Some(Span.SelectMany(s => Gen.Choose(0, 99).Select(d => new OffsetRun(s.Start, d, s.Length))))
        from start in Gen.Choose(0, 1000)
        from title in Maybe(Text)
        from date in Gen.OneOf(Date.Select(d => (PartialDate?)d), Gen.Constant((PartialDate?)null))
        from form in Member<ArticleForm>()
        from blocks in Some(Block())
        select new Article
        {
            Id = id,
            Text = text,
            Offsets = offsets,
            DocumentCodePointOffset = start % 2 == 0 ? start : null,
            Title = title,
            Byline = title,
            Outlet = text,
            Published = date,
            Form = form,
            Language = "und",
            Blocks = blocks,
        };

    public static readonly Gen<Statement> Statement =
        from id in Text
        from article in ArticleId
        from attribution in Attribution()
        from actor in Maybe(Text.SelectMany(t => Member<ActorKind>().Select(k => new ActorReference(t, t, k, t.Length % 2 == 0 ? t : null, "RUS"))))
        from via in Some(Text.SelectMany(t => Span.Select(s => new Via(t, t.Length % 2 == 0 ? t : null, t.Length % 3 == 0 ? s : null))))
        from sourcing in Member<Sourcing>()
        from said in Maybe(Text.SelectMany(t => Member<Grain>().Select(g => new TimeExpression(t, g, t.Length % 2 == 0 ? null : new TextSpan(1, 2)))))
        from polarity in Member<Polarity>()
        from code in Maybe(Text)
        from texts in Some(Text)
        from stance in Member<Stance>()
        from span in Span
        from confidence in Probability
        select new Statement
        {
            Id = id,
            Article = article,
            Attribution = attribution,
            Actor = actor,
            Via = via,
            Sourcing = sourcing,
            Said = said,
            Polarity = polarity,
            Event = code,
            Addressee = code,
            About = texts,
            Issues = texts,
            Stance = texts.Length % 2 == 0 ? stance : null,
            Condition = texts.Length % 2 == 0 ? span : null,
            Confidence = confidence,
            Why = [.. texts.Select(t => new Evidence(t, t, t.Length % 2 == 0 ? span : null))],
            Maker = new MakerId(id, id, id),
        };

    public static readonly Gen<Figure> Figure =
        from id in Text
        from article in ArticleId
        from span in Span
        from value in Quantity
        from of in Maybe(Text)
        from approximate in Gen.Elements(true, false)
        select new Figure
        {
            Id = id,
            Article = article,
            StatementId = of,
            Span = span,
            Measure = id,
            Value = approximate ? null : value,
            Low = approximate ? value : null,
            High = value,
            Unit = id,
            Of = of,
            AsOf = of,
            Claimant = of,
            Approximate = approximate,
        };

    public static readonly Gen<Agreement> Agreement =
        from id in Text
        from article in ArticleId
        from span in Span
        from date in Date
        from parties in Some(Text)
        from claim in Member<AgreementClaim>()
        select new Agreement
        {
            Id = id,
            Article = article,
            Span = span,
            Name = id,
            Date = parties.Length % 2 == 0 ? date : null,
            Parties = parties,
            Claim = claim,
            Claimant = id,
        };

    public static readonly Gen<Forecast> Forecast =
        from id in Text
        from article in ArticleId
        from span in Span
        from date in Date
        from outcome in Member<ForecastOutcome>()
        select new Forecast
        {
            Id = id,
            Article = article,
            Span = span,
            Made = date,
            Deadline = id,
            Proposition = id,
            Outcome = outcome,
            Evidence = span.Start % 2 == 0 ? span : null,
        };

    public static Gen<TEnum> Member<TEnum>()
        where TEnum : struct, Enum => Gen.Elements(Enum.GetValues<TEnum>());

    public static Gen<ImmutableArray<T>> Some<T>(Gen<T> items) => items.ListOf().Select(list => list.ToImmutableArray());

    private static Gen<T?> Maybe<T>(Gen<T> items)
        where T : class => Gen.OneOf(items.Select(i => (T?)i), Gen.Constant((T?)null));

    private static Gen<Block> Block() =>
        from span in Span
        from kind in Member<BlockKind>()
        from index in Gen.Choose(0, 9)
        select new Block { Span = span, Kind = kind, Speaker = index < 5 ? span : null, Body = span, Introducer = index > 5 ? index : null };

    private static Gen<Attribution> Attribution() =>
        from kind in Member<AttributionKind>()
        from source in Some(Span)
        from cue in Some(Span)
        from content in Some(Span)
        from parent in Gen.Choose(0, 5)
        from confidence in Probability
        select new Attribution
        {
            Kind = kind,
            Source = source,
            Cue = cue,
            Content = content,
            Parent = parent == 0 ? null : parent,
            Confidence = confidence,
        };
}
