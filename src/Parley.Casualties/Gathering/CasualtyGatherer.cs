using System.Collections.Immutable;
using System.Text;
using Parley.Casualties.Linkage;
using Parley.Casualties.Register;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Casualties.Gathering;

/// <summary>What a gathering found.</summary>
/// <param name="Articles">How many articles were read.</param>
/// <param name="Mentions">How many mentions they hold.</param>
/// <param name="Cut">Names of the documents with a report that holds as many casualties as are read from one; what is behind them was left.</param>
/// <param name="Events">What is to be appended: new mentions, those that their pages do not have any longer, and which articles were read.</param>
public sealed record GatheringResult(int Articles, int Mentions, ImmutableArray<string> Cut, ImmutableArray<RegisterEvent> Events);

/// <summary>Reads the ledger's articles for casualties. An article is read once by each version of the reader.</summary>
/// <param name="grades">What is known of the sources.</param>
/// <param name="when">When it is done, in UTC.</param>
public sealed class CasualtyGatherer(SourceGrades grades, DateTimeOffset when)
{
    private const string Maker = "gather 1";
    private const string Who = "parley";

    /// <summary>Gathers from the articles that were not read yet.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="register">Its register.</param>
    /// <param name="again">Whether to read all articles again, as after better grades of the sources.</param>
    /// <param name="cancellation">Stops the run.</param>
    public GatheringResult Gather(LedgerReader ledger, CasualtyRegister register, bool again = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(register);
        var done = again ? [] : register.Events.OfType<ArticlesGathered>().Where(g => g.Maker == Maker).SelectMany(g => g.Articles).ToHashSet();
        var current = new HashSet<ArticleId>();
        var read = new List<ArticleId>();
        var mentions = new List<CasualtyMention>();
        var cut = new List<string>();
        foreach (var (_, article, place) in ledger.ArticlesAlone())
        {
            cancellation.ThrowIfCancellationRequested();
            current.Add(article.Id);
            if (article.Form is not (ArticleForm.Boilerplate or ArticleForm.Blurb) && !done.Contains(article.Id))
            {
                read.Add(article.Id);
                mentions.AddRange(MentionsOf(article, place.Document, cut));
            }
        }

        var events = ImmutableArray.CreateBuilder<RegisterEvent>();
        var added = RegisterIntake.Of(register, mentions, Who, when);
        events.AddRange(added);
        var keys = added.Select(a => a.Mention.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, mention) in register.OwnMentions)
        {
            // A mention under the same key supersedes by itself; what its page says no longer is taken back.
            if (mention.Article is { } article && !current.Contains(article) && !keys.Contains(mention.Key))
            {
                events.Add(new MentionRetracted { When = when, Who = Who, Reason = "its page was changed and does not say it any longer", Mention = id });
            }
        }

        if (read.Count > 0)
        {
            events.Add(new ArticlesGathered { When = when, Who = Who, Maker = Maker, Articles = [.. read] });
        }

        return new GatheringResult(read.Count, mentions.Count, [.. cut], events.ToImmutable());
    }

    private List<CasualtyMention> MentionsOf(Article article, RecordedDocument document, List<string> cut)
    {
        var mentions = new List<CasualtyMention>();
        var report = new MarkedReport(article);
        var source = grades.Of(report, document.Name);
        var origin = ContentHash.Of(Encoding.UTF8.GetBytes(document.Origin)).Hex[..8];
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var found = CasualtyFinder.Find(report, out var isCut);
        if (isCut)
        {
            cut.Add(document.Name);
        }

        foreach (var values in found)
        {
            var name = string.Join(' ', values.Where(v => v.Field is RegisterField.Surname or RegisterField.GivenName).Select(v => NameFold.Fold(v.Value)));
            seen[name] = seen.GetValueOrDefault(name) + 1;
            mentions.Add(new CasualtyMention
            {
                Key = $"{document.Name}@{origin}/{article.Id.Index}#{name}{(seen[name] > 1 ? $" {seen[name]}" : "")}",
                Source = source,
                Citation = article.Title is { } title ? $"{document.Name}, \"{title}\"" : document.Name,
                Values = article.Published is { } published ? values.Add(new MentionValue(RegisterField.Reported, published.ToString())) : values,
                Article = article.Id,
                Maker = Maker,
            });
        }

        return mentions;
    }
}
