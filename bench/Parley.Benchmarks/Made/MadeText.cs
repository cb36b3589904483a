using System.Globalization;
using System.Text;

namespace Parley.Benchmarks.Made;

/// <summary>Reports made from templates by a seeded generator: as long as wanted, always the same for a seed.</summary>
internal static class MadeText
{
    private static readonly string[] Names = ["Orsolya Vance", "Piet Marlow", "Tamar Oduya", "Henrik Saal", "Lucia Brandeis", "Ivo Castell", "Maren Okello", "Radu Pirelli"];
    private static readonly string[] Posts = ["Foreign Minister", "Defence Minister", "President", "spokesman", "Ambassador", "General", "envoy", "Interior Minister"];
    private static readonly string[] Cues = ["said", "told reporters", "denied", "warned", "announced", "insisted", "confirmed", "argued"];
    private static readonly string[] Contents =
    [
        "the ceasefire along the river would hold until the end of the month",
        "no troops had crossed the line of contact since the accord was signed",
        "talks could resume in June if the shelling of the harbour stops",
        "the exchange of 240 prisoners had been agreed in principle",
        "sanctions on timber and grain would be extended by six months",
        "at least 1,300 soldiers had been killed in the first week of fighting",
    ];

    /// <summary>A report of about <paramref name="paragraphs"/> paragraphs with title, byline and date.</summary>
    public static string Report(int seed, int paragraphs)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Pick(random, Posts)} speaks on the truce, report {seed}\n\nBy {Pick(random, Names)}, Harbour News, March {1 + (seed % 28)}, 2025\n\n");
        for (var i = 0; i < paragraphs; i++)
        {
            var (post, name, cue, content) = (Pick(random, Posts), Pick(random, Names), Pick(random, Cues), Pick(random, Contents));
            text.Append(random.Next(3) switch
            {
                0 => $"{post} {name} {cue} on Monday that {content}. The statement came two days after the meeting in Lindhaven.\n\n",
                1 => $"“We have been clear that {content},” {name} said. “Nobody can be surprised.” According to the ministry, {Pick(random, Contents)}.\n\n",
                _ => $"The river rose overnight, and the road to the north was closed for the third day. {name}, the {post}, {cue} that {content}.\n\n",
            });
        }

        return text.ToString();
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
