using Parley.Records;
using Parley.Resolution;
using Parley.Resolution.Actors;
using Parley.Resolution.Antecedents;

namespace Parley.Training.Speakers;

/// <summary>
/// Measures for whom pronouns and descriptions of persons stand: right is an antecedent that names or describes the same entity, and none
/// where nothing before does.
/// </summary>
/// <param name="model">What chooses the antecedents.</param>
/// <param name="errors">Where each wrong choice of the resolver is printed, or null.</param>
internal sealed class SpeakerEvaluation(AntecedentModel model, TextWriter? errors)
{
    private static readonly string[] s_systems = ["resolver", "most recent"];

    private readonly SortedDictionary<string, SpeakerScore> _scores = new(StringComparer.Ordinal);
    private readonly Resolver _resolver = new(ActorDirectory.BuiltIn, model);

    /// <summary>Adds the mentions of a text.</summary>
    public void Add(MarkedText text, bool isNews)
    {
        var asked = text.Mentions.Where(m => m.IsPerson && !m.IsBeside && m.Form is MentionForm.Pronoun or MentionForm.Nominal).OrderBy(m => m.Span).ToList();
        var attributed = SpeakerArticle.Attribute(text);
        var sources = attributed.Attributions.SelectMany(a => a.Source).ToHashSet();
        var (article, indices) = SpeakerArticle.Ask(attributed, asked);
        var resolved = _resolver.Resolve(article);
        var recent = new MostRecentName(text.Text, resolved.Mentions);
        for (var m = 0; m < asked.Count; m++)
        {
            var mention = asked[m];
            var one = resolved.Attributions[indices[m]];
            TextSpan?[] antecedents = [ChosenFor(mention, one, resolved), recent.Of(mention)];
            var isBack = text.Mentions.Any(o => o.Entity == mention.Entity && o.Form is MentionForm.Name or MentionForm.Nominal && o.Span.End <= mention.Span.Start);
            for (var s = 0; s < s_systems.Length; s++)
            {
                var isRight = antecedents[s] is { } antecedent && text.At(antecedent)?.Entity == mention.Entity;
                if (s == 0 && isBack != (antecedents[s] is not null && isRight))
                {
                    Tell(text, mention, antecedents[s]);
                }

                var kind = mention.Form == MentionForm.Pronoun ? "pronouns" : "descriptions";
                Count($"{kind}, all", s, isBack, antecedents[s] is not null, isRight);
                if (isNews)
                {
                    Count($"{kind}, news", s, isBack, antecedents[s] is not null, isRight);
                }

                if (sources.Contains(mention.Span))
                {
                    Count($"{kind}, sources", s, isBack, antecedents[s] is not null, isRight);
                }
            }
        }
    }

    /// <summary>The earlier words that were chosen; where a post's holder is known from elsewhere, where the article names him before.</summary>
    private static TextSpan? ChosenFor(GoldMention mention, ResolvedAttribution one, ResolvedArticle resolved)
    {
        if (one.Actor is null)
        {
            return null;
        }

        var words = one.Why.FirstOrDefault(w => w.Field == "actor")?.Words;
        return words is { } span && !mention.Span.Overlaps(span) ? span
            : resolved.Mentions.Where(m => m.Actor == one.Actor.Name && m.Span.End <= mention.Span.Start).Select(m => (TextSpan?)m.Span).LastOrDefault();
    }

    /// <summary>Prints what was counted.</summary>
    public void Print(TextWriter output)
    {
        output.WriteLine($"{"",-36}{SpeakerScore.Header}");
        foreach (var (name, score) in _scores)
        {
            output.WriteLine($"{name,-36}{score}");
        }
    }

    /// <summary>The mention in its surroundings, what was chosen and what would have been right.</summary>
    private void Tell(MarkedText text, GoldMention mention, TextSpan? chosen)
    {
        if (errors is null)
        {
            return;
        }

        var start = Math.Max(0, mention.Span.Start - 200);
        var right = text.Mentions.LastOrDefault(o => o.Entity == mention.Entity && o.Form is MentionForm.Name or MentionForm.Nominal && o.Span.End <= mention.Span.Start);
        errors.WriteLine($"{text.Id}: {text.Text[start..mention.Span.Start].ReplaceLineEndings(" ")}[{mention.Span.In(text.Text)}]{text.Text[mention.Span.End..Math.Min(text.Text.Length, mention.Span.End + 40)].ReplaceLineEndings(" ")}");
        errors.WriteLine($"    chosen '{(chosen is { } span ? span.In(text.Text) : "")}', right '{(right is null ? "" : right.Span.In(text.Text))}'");
    }

    private void Count(string group, int system, bool isBack, bool isChosen, bool isRight)
    {
        var name = $"{group}: {s_systems[system]}";
        if (!_scores.TryGetValue(name, out var score))
        {
            _scores[name] = score = new SpeakerScore();
        }

        score.Add(isBack, isChosen, isRight);
    }
}
