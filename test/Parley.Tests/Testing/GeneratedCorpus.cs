using Parley.Records;

namespace Parley.Tests.Testing;

/// <summary>
/// A made corpus of which everything is known: which statements say the same, on how many origins each claim rests, which are denied,
/// which figures compete.
/// </summary>
internal sealed class GeneratedCorpus
{
    private static readonly string[] s_places = ["Dorva", "Kestel", "Marlo", "Ilmen", "Tavra", "Osk", "Belmar", "Quint", "Rasha", "Velden", "Norrin", "Sulak", "Umber", "Yarrow", "Zemlin", "Hadra"];
    private static readonly string[] s_sides = ["the northern army", "the river militia", "the coastal brigade", "the hill fighters"];
    private static readonly string[] s_outlets = ["The Courier", "Port Herald", "Evening Post", "Daily Lantern", "Valley Times", "The Observer of Osk", "Radio Tavra", "Harbour News"];

    // Each row is one event in three wordings; {p} is a place, {s} a side, {n} a number.
    private static readonly string[][] s_events =
    [
        ["{s} released {n} prisoners in {p}", "{n} detainees were freed by {s} in {p}", "in {p} {s} set free {n} prisoners"],
        ["{s} captured the bridge of {p} with {n} men", "with {n} men {s} seized the bridge of {p}", "the bridge of {p} was taken by {n} men of {s}"],
        ["shelling by {s} killed {n} civilians in {p}", "{n} civilians died in {p} under shells of {s}", "in {p} {n} civilians were killed when {s} shelled them"],
        ["{s} opened the road to {p} for {n} aid lorries", "{n} lorries with aid were let through to {p} on the road opened by {s}", "the road to {p} was opened by {s} for {n} aid trucks"],
        ["{s} withdrew {n} tanks from {p}", "{n} tanks of {s} were pulled out of {p}", "from {p} {s} has withdrawn {n} tanks"],
        ["a mine laid by {s} wounded {n} farmers near {p}", "{n} farmers were injured near {p} by a mine that {s} had laid", "near {p} {n} farmers were hurt by a mine of {s}"],
    ];

    private GeneratedCorpus(RecordedArticle[] records, Dictionary<string, int> storyOf, int[] origins, HashSet<int> denied, Dictionary<string, int> figureOf, HashSet<int> counted) =>
        (Records, StoryOf, Origins, Denied, FigureOf, Counted) = (records, storyOf, origins, denied, figureOf, counted);

    /// <summary>For each figure the story whose dead it counts.</summary>
    public Dictionary<string, int> FigureOf { get; }

    /// <summary>Stories whose dead somebody else counts differently.</summary>
    public HashSet<int> Counted { get; }

    public RecordedArticle[] Records { get; }

    /// <summary>For each statement that tells a story the story's number.</summary>
    public Dictionary<string, int> StoryOf { get; }

    /// <summary>For each story on how many independent origins it rests.</summary>
    public int[] Origins { get; }

    /// <summary>Stories that somebody denies.</summary>
    public HashSet<int> Denied { get; }

    public static GeneratedCorpus Make(int seed, int stories)
    {
        var random = new Random(seed);
        var records = new List<RecordedArticle>();
        var storyOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var origins = new int[stories];
        var denied = new HashSet<int>();
        var figureOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var counted = new HashSet<int>();
        for (var story = 0; story < stories; story++)
        {
            var wordings = s_events[story % s_events.Length];
            var (place, side, number) = (s_places[random.Next(s_places.Length)], s_sides[random.Next(s_sides.Length)], (10 + story).ToString(System.Globalization.CultureInfo.InvariantCulture));
            var day = new DateOnly(2024, 5, 1).AddDays(story % 28).ToString("yyyy-MM-dd");
            ReportBuilder Count(ReportBuilder report, string words, decimal value, string claimant)
            {
                if (IsOfDead(story))
                {
                    report.Counts(words, "killed", value, of: $"civilians in {place}", asOf: day, claimant: claimant);
                    figureOf[report.LastFigureId] = story;
                }

                return report;
            }

            string Told(int wording) => wordings[wording].Replace("{p}", place).Replace("{s}", side).Replace("{n}", number);

            // A wire story and its copies: one origin.
            var copies = 1 + random.Next(5);
            var wire = $"OSK (Reuters) - A relief worker who was there said {Told(0)}. It was the {story}. report of this kind in the district since the spring, and the roads were closed until night.";
            for (var copy = 0; copy < copies; copy++)
            {
                var report = new ReportBuilder(s_outlets[copy], day, wire).Says("A relief worker who was there", Told(0), sourcing: Sourcing.Anonymous, actorKind: ActorKind.Group);
                storyOf[report.LastId] = story;
                records.Add(Count(report, number, 10 + story, "Relief workers").Build());
            }

            origins[story] = 1;

            // Named witnesses in other words: an origin each.
            var witnesses = random.Next(3);
            for (var w = 0; w < witnesses; w++)
            {
                var name = $"Witness {(char)('A' + w)}{story}";
                var report = new ReportBuilder(s_outlets[5 + w], day, $"{name} said {Told(1 + w)}.").Says(name, Told(1 + w));
                storyOf[report.LastId] = story;
                records.Add(report.Build());
                origins[story]++;
            }

            // Every second story of dead has a rival count: of the same dead, or of others that must be kept apart.
            if (IsOfDead(story))
            {
                var rival = (number: (500 + story).ToString(System.Globalization.CultureInfo.InvariantCulture), of: story % 4 == 0 ? "soldiers" : "civilians");
                var text = $"The registry office counts {rival.number} dead {rival.of} in {place}.";
                var report = new ReportBuilder("Port Herald", day, text).Says("The registry office", $"{rival.number} dead {rival.of} in {place}")
                    .Counts(rival.number, "killed", 500 + story, of: $"{rival.of} in {place}", asOf: day, claimant: "The registry office").Build();
                figureOf[report.Reading.Figures[0].Id] = story;
                records.Add(report);
                if (rival.of == "civilians")
                {
                    counted.Add(story);
                }
            }

            if (random.Next(3) == 0)
            {
                denied.Add(story);
                records.Add(new ReportBuilder("Ministry Gazette", day, $"Spokesman {story} denied that {Told(2)}.").Says($"Spokesman {story}", Told(2), Polarity.Denies).Build());
            }
        }

        return new GeneratedCorpus([.. records], storyOf, origins, denied, figureOf, counted);
    }

    private static bool IsOfDead(int story) => story % s_events.Length == 2;
}
