using System.Collections.Frozen;

namespace Parley.Analysis;

/// <summary>
/// Words that reporting uses for the same, words that are opposites, and the names by which a state is called. Each has one canonical term,
/// so that different wordings compare alike; the opposite carries a minus.
/// </summary>
internal static class Wordings
{
    // A line of words for the same; after "#" the opposite of those before.
    private const string Table = """
        kill slay fatality die perish victim # rescue survive
        wound injure hurt maim
        negotiate talk dialogue parley discuss consult conversation
        meet summit conference gathering encounter
        ceasefire truce armistice
        attack strike raid assault bombard shell bomb hit target pound missile airstrike shelling offensive
        troop soldier serviceman servicemen fighter army force military unit personnel
        accept agree approve endorse back support consent embrace welcome # reject refuse decline oppose spurn rebuff dismiss
        withdraw retreat pullout pull evacuate leave vacate depart exit # enter deploy arrive station
        sign initial conclude seal ink ratify
        free release liberate # detain arrest imprison jail capture-person hold-captive
        hostage captive prisoner detainee pow
        aid assistance relief humanitarian supplies help
        capture seize overrun occupy take conquer retake recapture # lose cede surrender
        begin start launch open initiate commence kick resume reopen restart # end halt stop cease suspend terminate close cancel finish shut
        envoy delegate delegation negotiator representative emissary mediator
        hospital clinic medical
        border frontier boundary
        breach violate break infringe flout # observe respect honour honor uphold comply keep adhere
        rise increase grow climb surge soar gain jump # fall decrease drop decline shrink plunge slump contract dip
        win prevail victory succeed # defeat fail collapse
        destroy demolish wreck level ruin raze flatten # rebuild reconstruct restore repair
        town village settlement city
        child minor boy girl kid
        civilian resident inhabitant noncombatant villager
        exchange swap trade
        leader president chief head
        minister secretary
        spokesman spokeswoman spokesperson
        plan scheme proposal proposition blueprint initiative
        demand require insist call urge request ask
        condition precondition term prerequisite
        promise pledge vow commit undertake guarantee
        weapon arm munition ammunition ordnance
        drone uav unmanned
        vehicle truck lorry
        school classroom
        power electricity energy grid
        shot fire gunfire shoot
        explode blast explosion detonate
        flee escape displace refugee uproot
        permit allow let authorise authorize # ban forbid prohibit block bar prevent
        grow-economy expand
        budget spend expenditure
        price cost
        quick rapid swift soon immediate
        big large major huge massive significant
        ready willing prepare open-to # unwilling unready
        deliver supply provide send ship transfer
        bridge crossing
        territory land area region zone
        vote ballot poll election
        join accession enter-alliance member membership
        threaten warn menace
        responsible blame behind
        deal accord agreement pact treaty settlement-deal
        possess have own
        lift ease relax # impose tighten
        safe secure # dangerous unsafe
        north # south
        east # west
        true correct accurate # false untrue wrong baseless fabricate fake
        legal lawful legitimate # illegal unlawful illegitimate
        postpone delay defer
        visit trip travel
        port harbour harbor
        airport airfield airbase
        plane aircraft jet warplane
        police officer gendarme
        month
        fund finance money
        down shoot-down intercept
        """;

    // A state, then its people, capital and seat of power as reports use them for it.
    private const string States = """
        russia russian russians moscow kremlin; ukraine ukrainian ukrainians kyiv kiev; america american americans us usa washington pentagon;
        china chinese beijing; britain british uk london; france french paris; germany german germans berlin; turkey turkish türkiye turks ankara;
        iran iranian iranians tehran; israel israeli israelis jerusalem; syria syrian syrians damascus; iraq iraqi iraqis baghdad; lebanon lebanese beirut;
        egypt egyptian egyptians cairo; jordan jordanian amman; saudi saudis riyadh; yemen yemeni yemenis sanaa; qatar qatari doha; sudan sudanese khartoum;
        ethiopia ethiopian ethiopians addis; eritrea eritrean eritreans asmara; somalia somali somalis mogadishu; kenya kenyan nairobi;
        congo congolese kinshasa drc; rwanda rwandan rwandans kigali; uganda ugandan kampala; burundi burundian; libya libyan libyans tripoli;
        mali malian malians bamako; niger nigerien niamey; nigeria nigerian nigerians abuja; chad chadian; colombia colombian colombians bogota bogotá;
        venezuela venezuelan caracas; armenia armenian armenians yerevan; azerbaijan azerbaijani azeri baku; georgia georgian georgians tbilisi;
        belarus belarusian minsk; poland polish warsaw; moldova moldovan; serbia serbian serbs belgrade; kosovo kosovar pristina; india indian indians delhi;
        pakistan pakistani pakistanis islamabad; afghanistan afghan afghans kabul; myanmar burmese burma naypyidaw; thailand thai bangkok;
        cambodia cambodian phnom; philippines filipino philippine manila; korea korean koreans seoul pyongyang; japan japanese tokyo;
        hungary hungarian budapest; italy italian rome; spain spanish madrid; europe european eu brussels; nato alliance
        """;

    private static readonly FrozenDictionary<string, (string Term, int Sign)> s_terms = ReadTable();

    private static readonly FrozenDictionary<string, string> s_states = ReadStates();

    /// <summary>The canonical term of a word, and whether it is that term (1) or its opposite (-1).</summary>
    public static (string Term, int Sign) Canonical(string stem, string lower) =>
        s_states.TryGetValue(lower, out var state) ? (state, 1) : s_terms.TryGetValue(stem, out var term) ? term : (stem, 1);

    /// <summary>True if a lower-case word names a state, its people or its seat of power.</summary>
    public static bool NamesState(string lower) => s_states.ContainsKey(lower);

    private static FrozenDictionary<string, (string, int)> ReadTable()
    {
        var terms = new Dictionary<string, (string, int)>(StringComparer.Ordinal);
        foreach (var line in Table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var sides = line.Split('#');
            var canonical = WordStem.Of(sides[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]);
            for (var side = 0; side < sides.Length; side++)
            {
                foreach (var word in sides[side].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    terms.TryAdd(WordStem.Of(word), (canonical, side == 0 ? 1 : -1));
                }
            }
        }

        return terms.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, string> ReadStates() =>
        States.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(l => l.Split(' ')).SelectMany(l => l.Select(word => (word, State: l[0])))
            .ToFrozenDictionary(p => p.word, p => p.State, StringComparer.Ordinal);
}
