using Parley.Records;

namespace Parley.Resolution.Time;

/// <summary>A time expression found at some tokens; <see cref="End"/> is just past its last token, 0 where nothing was found.</summary>
internal readonly record struct TimeMatch(int Start, int End, TimexType Type, string Value, string? Mod = null)
{
    public bool Found => End > Start;

    /// <summary>The longer of two; the first where they are as long.</summary>
    public TimeMatch Or(TimeMatch other) => other.Found && (!Found || other.End - other.Start > End - Start) ? other : this;
}

/// <summary>A count of units: "two and a half years". The count is negative where it is not known ("several").</summary>
internal readonly record struct Quantity(int End, int Count, bool Half, string Unit)
{
    public const int Unknown = -1;

    public bool Found => End > 0;

    /// <summary>The TIMEX3 duration.</summary>
    public string Duration
    {
        get
        {
            if (Unit.Length == 0)
            {
                return "";
            }

            if (Count == Unknown)
            {
                return Unit[0] == 'T' ? $"PTX{Unit[1]}" : Unit is "WE" or "F" ? "PXW" : $"PX{Unit}";
            }

            return Unit switch
            {
                "TS" => $"PT{Count}S",
                "TM" => Half ? Count == 0 ? "PT30S" : $"PT{Count}M30S" : $"PT{Count}M",
                "TH" => Half ? Count == 0 ? "PT30M" : $"PT{Count}H30M" : $"PT{Count}H",
                "D" => Half ? Count == 0 ? "PT12H" : $"P{Count}DT12H" : $"P{Count}D",
                "F" => $"P{Math.Min((long)Count * 2, int.MaxValue)}W",
                "WE" => $"P{Count}WE",
                "M" => Half && Count == 0 ? "P15D" : $"P{Count}M",
                "Y" => Half ? Count == 0 ? "P6M" : $"P{Count}Y6M" : $"P{Count}Y",
                "E" => $"P{((long)Count * 10) + (Half ? 5 : 0)}Y",
                "C" => $"P{((long)Count * 100) + (Half ? 50 : 0)}Y",
                "L" => $"P{(long)Count * 1000}Y",
                _ => $"P{Count}{Unit}",
            };
        }
    }
}

/// <summary>What earlier words tell about the time that later ones start from.</summary>
internal sealed class TimeContext(PartialDate? reference)
{
    /// <summary>Day of the document, or null if not known to the day.</summary>
    public DateOnly? Today { get; } = reference is { Day: not null } day ? day.First : null;

    /// <summary>Date of the document at whatever grain.</summary>
    public PartialDate? Reference { get; } = reference;

    /// <summary>TIMEX3 value of the last date mentioned.</summary>
    public string? LastDate { get; set; }

    /// <summary>Index of the token at which it ended.</summary>
    public int LastDateToken { get; set; } = int.MinValue / 2;

    /// <summary>First day of the last date mentioned.</summary>
    public DateOnly? LastDay => LastDate is { } last ? Calendar.FirstDay(last) : null;

    /// <summary>How fine the last date mentioned is.</summary>
    public Grain? LastGrain => LastDate is { } last ? Calendar.GrainOf(last) : null;

    /// <summary>The last date mentioned if it is a day, else that of the document.</summary>
    public DateOnly? DayTold => LastGrain == Grain.Day ? LastDay : Today ?? LastDay;

    /// <summary>The last quarter mentioned, e.g. 1989-Q3.</summary>
    public string? LastQuarter { get; set; }

    /// <summary>Index of the token at which it was mentioned.</summary>
    public int LastQuarterToken { get; set; } = int.MinValue / 2;

    /// <summary>The year of the document, or null.</summary>
    public int? Year => Reference?.Year;

    /// <summary>A day standing for the document: its day, or the middle of its month or year.</summary>
    public DateOnly? About => Today ?? (Reference is { } known ? known.Month is { } month ? new DateOnly(known.Year, month, 15) : new DateOnly(known.Year, 7, 1) : null);
}
