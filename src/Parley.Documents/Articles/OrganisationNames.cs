using System.Collections.Frozen;

namespace Parley.Documents.Articles;

/// <summary>Tells names of outlets and organisations from names of persons and places.</summary>
internal static class OrganisationNames
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = AnyCase(
        "Institute Institut Instituto Center Centre Centro Zentrum Foundation Stiftung Fondation Council University Université Universität " +
        "Association Agency Agence Agentur Group Fund Society Network Alliance Initiative Project Trust College Organization Organisation " +
        "Committee Commission Federation Union Observatory Watch Academy School Program Programme Forum League Campaign Coalition " +
        "Times Post News Journal Herald Tribune Gazette Press Presse Review Magazine Weekly Daily Today Independent Guardian Telegraph Mirror " +
        "Observer Chronicle Star Sun Globe Monitor Standard Dispatch Bulletin Report Reporter Record Register Courier Examiner Inquirer Sentinel " +
        "Radio TV Television Broadcasting Media Online Wire Service Services Insider Newsweek Economist Affairs Conservative Intercept Atlantic " +
        "Nation Spectator Statesman Zeitung Rundschau Anzeiger Nachrichten Tagesspiegel Spiegel Monde Figaro Libération Parisien País Mundo " +
        "Corriere Repubblica Stampa Gazeta Wyborcza Rzeczpospolita Pravda Правда Новости Газета Известия Ведомости Время Агентство Институт Центр " +
        "Фонд Совет Університет Інститут Новини");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = AnyCase(
        "Reuters AP AFP DPA ANSA EFE PAP UPI BBC CNN NBC CBS ABC NPR PBS MSNBC CNBC RT DW VOA RFE/RL RFERL TASS Tass Interfax Ukrinform Suspilne Substack " +
        "Bloomberg Politico Axios Meduza Kommersant Izvestia Vedomosti Lenta Gazeta Sputnik Xinhua Anadolu Jazeera Arabiya Haaretz Novaya Mediazona Unian UNIAN " +
        "Strana Babel Vox Slate Salon Time Forbes Medium Telegram YouTube Facebook Twitter X ISW RAND CSIS SIPRI IISS Chatham Carnegie Brookings " +
        "Bellingcat Jacobin Semafor Zeit Welt Bild taz FAZ SZ Standard NZZ Yonhap Kyodo NHK Dawn SANA WAFA IRNA PTI ANI ТАСС РИА Интерфакс Медуза " +
        "Коммерсантъ Коммерсант Лента УНИАН Укринформ Медиазона Euronews Euractiv Antiwar Consortium UnHerd Quincy Counterpunch CounterPunch Responsible");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Places = Set(
        "Moscow Kyiv Kiev Washington London Paris Berlin Brussels Geneva Vienna Beijing Ankara Istanbul Jerusalem Gaza Cairo Beirut Damascus " +
        "Tehran Baghdad Kabul Islamabad Delhi Tokyo Seoul Warsaw Rome Madrid Lisbon Athens Helsinki Stockholm Oslo Copenhagen Riga Vilnius Tallinn " +
        "Minsk Tbilisi Yerevan Baku Astana Khartoum Nairobi Doha Riyadh Dubai Sanaa Москва Киев Київ Лондон Минск Bucharest Budapest Prague Belgrade " +
        "Sarajevo Kharkiv Odesa Lviv Donetsk Luhansk York Davos Munich");

    /// <summary>Towns whose names are also given to people or begin other names: they count only as the whole name.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WholePlaces = Set(
        "Abidjan;Abu Dhabi;Abuja;Accra;Addis Ababa;Aden;Aleppo;Algiers;Amman;Amsterdam;Antananarivo;Ashgabat;Asmara;Bamako;Bangkok;Bangui;Basra;" +
        "Benghazi;Bishkek;Bogota;Bogotá;Bratislava;Brazzaville;Buenos Aires;Bujumbura;Canberra;Caracas;Chisinau;Colombo;Conakry;Dakar;" +
        "Dar es Salaam;Dhaka;Dublin;Dushanbe;El Fasher;Freetown;Goma;Hanoi;Harare;Havana;Hebron;Jakarta;Juba;Kampala;Kathmandu;Kigali;Kinshasa;" +
        "Kuala Lumpur;Libreville;Lima;Ljubljana;Luanda;Lusaka;Managua;Manama;Manila;Maputo;Mexico City;Mogadishu;Monrovia;Montevideo;Mosul;" +
        "Muscat;N'Djamena;Naypyidaw;Niamey;Nicosia;Nouakchott;Ottawa;Ouagadougou;Phnom Penh;Port Sudan;Port-au-Prince;Pretoria;Pristina;" +
        "Pyongyang;Quito;Rabat;Rafah;Ramallah;Rangoon;Reykjavik;Sana'a;San Salvador;Santiago;Skopje;Sofia;Taipei;Tashkent;Tegucigalpa;" +
        "Teheran;Tel Aviv;The Hague;Tirana;Tripoli;Tunis;Ulaanbaatar;Vientiane;Wellington;Yangon;Yaounde;Yaoundé;Zagreb;Zurich", ';');

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Connectors = Set(
        "of the for and in on at to a an de la le les du des der die das den von van und et y e da do dos di della del al el bin ibn & и і");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ThinkTankWords = AnyCase(
        "Institute Institut Instituto Center Centre Centro Zentrum Foundation Stiftung Fondation University Observatory Watch Council Society " +
        "Group Network Initiative Project Institution Институт Центр Фонд Інститут");

    /// <summary>Words that outlets print small after the first: "Новая газета", "Le Monde diplomatique".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SmallWords = Set(
        "газета правда новости известия время агентство институт центр фонд совет слово дело жизнь край труд новини правди думка хвиля диплом diplomatique zeitung quotidiano dimanche soir");

    /// <summary>True if a word of the name is one that organisations and outlets are named with, or the name is a web address.</summary>
    public static bool IsOrganisation(ReadOnlySpan<char> name) =>
        IsDomain(name) || StartsWithArticle(name) || AnyWord(name, SmallWords) || AnyWord(name, Words) || AnyWord(name, Names);

    /// <summary>True for the name of a research or advocacy organisation.</summary>
    public static bool IsThinkTank(ReadOnlySpan<char> name) => IsName(name, 9) && AnyWord(name, ThinkTankWords);

    /// <summary>True for a town that datelines name.</summary>
    public static bool IsPlace(ReadOnlySpan<char> name) => !AnyWord(name, Words) && (AnyWord(name, Places) || WholePlaces.Contains(name));

    /// <summary>True for a name as outlets and persons have: each word begins with a capital, small connecting words aside.</summary>
    public static bool IsName(ReadOnlySpan<char> name, int maxWords)
    {
        int words = 0, capitals = 0;
        foreach (var range in name.SplitAny(" \u00A0\u202F"))
        {
            var word = name[range].Trim("()[]«»“”\"'’*_");
            if (word.IsEmpty)
            {
                continue;
            }

            words++;
            var first = word[0];
            if (char.IsUpper(first) || IsDomain(word) || (char.IsLetter(first) && !char.IsLower(first)))
            {
                capitals++;
            }
            else if (!char.IsDigit(first) && !Connectors.Contains(word) && !(words > 1 && SmallWords.Contains(word)) && first != '&')
            {
                return false;
            }

            if (words > 1 && word.Length > 3 && word[^1] is '.' or '!' or '?' or ':' or ';')
            {
                return false;
            }
        }

        return words > 0 && words <= maxWords && capitals > 0 && !Connectors.Contains(name);
    }

    private static bool IsDomain(ReadOnlySpan<char> name)
    {
        var dot = name.LastIndexOf('.');
        return dot > 1 && name.Length - dot is >= 3 and <= 6 && !name.Contains(' ') && char.IsLetter(name[dot - 1]) &&
            char.IsAsciiLetterLower(name[dot + 1]) && char.IsAsciiLetterLower(name[^1]);
    }

    private static bool StartsWithArticle(ReadOnlySpan<char> name) => (name.StartsWith("The ") || name.StartsWith("THE ")) && name.Length > 6;

    private static bool AnyWord(ReadOnlySpan<char> name, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words)
    {
        foreach (var range in name.SplitAny(" \u00A0-,()"))
        {
            if (words.Contains(name[range]))
            {
                return true;
            }
        }

        return words.Contains(name);
    }

    /// <summary>The words as written and in capitals.</summary>
    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AnyCase(string words) => Set($"{words} {words.ToUpperInvariant()}");

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words, char separator = ' ') =>
        words.Split(separator).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
