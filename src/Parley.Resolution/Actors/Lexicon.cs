using System.Collections.Frozen;

namespace Parley.Resolution.Actors;

/// <summary>Closed classes of words by which a source's words are read.</summary>
internal static class Lexicon
{
    /// <summary>Words that stand before names of persons and tell their post.</summary>
    public static readonly FrozenSet<string> Titles = Set(
        "president premier chancellor minister secretary senator sen rep representative congressman congresswoman governor mayor ambassador " +
        "spokesman spokeswoman spokesperson director chairman chairwoman chair general gen lt lieutenant col colonel maj major capt captain " +
        "admiral adm marshal brigadier professor prof dr sir mr mrs ms miss lord lady king queen prince princess pope emir sheikh sultan ayatollah " +
        "mullah imam leader commander chief head official officer adviser advisor aide envoy negotiator diplomat deputy vice speaker " +
        "analyst expert journalist correspondent reporter editor columnist economist historian prosecutor judge lawyer attorney justice " +
        "commissioner coordinator administrator inspector rapporteur lawmaker legislator candidate nominee activist author founder scholar " +
        "researcher fellow czar operative warlord dictator strongman oligarch mp colleague counterpart sergeant private architect ceo cofounder co-founder " +
        "archbishop patriarch bishop rabbi father sister saint baroness dame predecessor successor rival opponent wife husband brother son daughter mother widow neighbor neighbour friend ally critic supporter resident survivor " +
        "refugee doctor soldier interviewer host moderator anchor presenter questioner undersecretary under-secretary secretary-general commander-in-chief");

    /// <summary>Posts that one person holds at a time, so that the post tells who it is.</summary>
    public static readonly FrozenSet<string> HighPosts = Set(
        "president premier chancellor minister governor king queen emir sultan pope ambassador secretary leader chief head commander speaker mayor envoy prime " +
        "director chairman chairwoman secretary-general commander-in-chief prince patriarch negotiator");

    /// <summary>Words that may follow a title and belong to it: Secretary of State, Chief of Staff.</summary>
    public static readonly FrozenSet<string> TitleObjects = Set(
        "state defence defense staff affairs intelligence treasury security interior justice foreign finance trade energy war economy culture health");

    /// <summary>Words that stand in a title before its noun: Deputy Foreign Minister, Military Intel Chief.</summary>
    public static readonly FrozenSet<string> TitleModifiers = Set(
        "deputy vice acting former ex then late new first senior chief retired prime foreign defence defense finance interior energy economy economic " +
        "development trade national security military intelligence intel press state general attorney army navy air force supreme crown special " +
        "political presidential opposition party top current sitting under assistant permanent international regional central health justice " +
        "information culture education agriculture labor labour transport environment parliamentary parliament house senate government human rights " +
        "district provincial local federal counter terrorism cabinet managing outgoing incoming interim self-proclaimed de facto later long-time longtime");

    /// <summary>Nouns for many people or for bodies that are no single actor of their own: plural or collective.</summary>
    public static readonly FrozenSet<string> GroupHeads = Set(
        "establishment elite elites public opposition media press people populace population community diaspora left right camp crowd majority " +
        "minority others everyone many most some several few rebels west");

    /// <summary>Nouns for people who are not identified whatever their number.</summary>
    public static readonly FrozenSet<string> AnonymousHeads = Set(
        "source sources insider insiders person persons intermediary intermediaries someone somebody one rumor rumors rumour rumours eyewitness eyewitnesses " +
        "witness witnesses bystander bystanders anonymous");

    /// <summary>Nouns for texts and data that speak.</summary>
    public static readonly FrozenSet<string> DocumentHeads = Set(
        "report reports draft drafts statement statements data projection projections charter forecast forecasts document documents memo memorandum survey surveys poll polls study studies resolution " +
        "article letter cable communique communiqué statistics figures estimate estimates assessment assessments treaty agreement accord accords paper " +
        "constitution text transcript database dataset census book op-ed editorial dossier filing indictment decree law bill manifesto " +
        "protocol memoir memoirs records analysis footage video audio leak leaks e-mail email emails cables files review bulletin publication declaration act pact consensus communiqués");

    /// <summary>What whoever a text is of did to it: "figures compiled by".</summary>
    public static readonly FrozenSet<string> Made = Set("compiled collected gathered kept published released issued provided produced prepared maintained");

    /// <summary>Nouns for bodies that speak as one.</summary>
    public static readonly FrozenSet<string> OrganisationHeads = Set(
        "government administration ministry department agency office council committee commission parliament assembly congress senate court tribunal army " +
        "military forces force navy police hospital hospitals clinic morgue bank union organisation organization institute institution university foundation company corporation group party " +
        "movement alliance bloc coalition league federation association network authority authorities intelligence service services command directorate " +
        "staff mission delegation embassy consulate newspaper paper magazine broadcaster channel agency outlet television tv radio daily weekly website site station " +
        "think-tank tank center centre regime state country nation junta body militia faction front board bureau team campaign secretariat presidency cabinet side " +
        "kingdom republic fund society house observatory watchdog charity ngo conference pentagon duma knesset rada");

    /// <summary>Nouns that only say what sort of thing the name before them is: "the TASS news agency".</summary>
    public static readonly FrozenSet<string> Appositives = Set(
        "news agency newspaper magazine daily weekly broadcaster channel website outlet network group movement tv television organization organisation " +
        "party media site station company bloc alliance militia newswire service journal portal platform");

    /// <summary>Nouns for a medium, before its name: "the newspaper Name".</summary>
    public static readonly FrozenSet<string> MediaNouns = Set("newspaper paper daily weekly magazine agency broadcaster channel website outlet station newswire radio television tv network portal");

    /// <summary>Nouns for a state's leadership, which speaks for the state.</summary>
    public static readonly FrozenSet<string> StateHeads = Set("government state federation side nation country republic people");

    /// <summary>Words of measure and vagueness that may open a source and tell nothing of who it is.</summary>
    public static readonly FrozenSet<string> Openers = Set(
        "the a an another its his her their our my this that these those both all some several many most other certain various any every each another's then new current recent latest own neighbouring neighboring");

    /// <summary>Numbers before a group: these make it a number of unidentified people.</summary>
    public static readonly FrozenSet<string> Numbers = Set("one two three four five six seven eight nine ten dozen dozens hundreds couple pair");

    /// <summary>Words after which a noun phrase only goes on to be described.</summary>
    public static readonly FrozenSet<string> Postmodifiers = Set(
        "who which that whom whose in of from at for with close including familiar speaking on within among near like such under inside based involved " +
        "briefed aware to by about during since writing quoted cited working told living fighting and or but as");

    /// <summary>Words that begin sentences with a capital and are no names.</summary>
    public static readonly FrozenSet<string> FunctionWords = Set(
        "the a an this that these those it he she they we i you his her its their our my your who what when where why how which and or but nor so yet for if " +
        "as at by in on of to from with without within after before since until while during through over under between among against about into than " +
        "then there here not no all any some each every both either neither one two three four five six seven eight nine ten many most other another such " +
        "only also even just still already however moreover meanwhile although though because despite given whether once later earlier last next now today " +
        "yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october " +
        "november december is are was were be been has have had do does did will would can could should might must according asked speaking following " +
        "instead indeed nonetheless nevertheless therefore thus first second third finally data demands calls reports key takeaways any yes");

    /// <summary>Forms of address, which are no posts.</summary>
    public static readonly FrozenSet<string> Honorifics = Set("mr mrs ms miss dr sir lord lady dame mr. mrs. ms. dr.");

    /// <summary>Nouns by which a body named before is taken up again: "the agency", "the bloc".</summary>
    public static readonly FrozenSet<string> BodyNouns = Set(
        "agency organization organisation body group movement company outlet newspaper paper magazine broadcaster bloc alliance watchdog institute militia party " +
        "union institution charity network channel website court tribunal council commission ministry bank fund militants insurgents");

    /// <summary>Those of them that a body has in its name or is not: "the ministry" is no agency that was named.</summary>
    public static readonly FrozenSet<string> NamedBodyNouns = Set("ministry court tribunal council commission bank party union university");

    /// <summary>Phrases that keep a source from being identified.</summary>
    public static readonly FrozenSet<string> Confidence = Set("familiar briefed anonymity unnamed unidentified unspecified anonymous undisclosed");

    /// <summary>True for a title or a word compounded with one ("director-general").</summary>
    public static bool IsTitle(string word) =>
        Titles.Contains(word) || (word.LastIndexOf('-') is > 0 and var hyphen && Titles.Contains(word[(hyphen + 1)..]));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
