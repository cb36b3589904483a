using System.Collections.Immutable;

namespace Parley.Casualties.Linkage;

/// <summary>One thing on which two records may agree so as to be compared, as a number for each record; 0 where it is missing.</summary>
internal sealed record BlockingAtom(string Name, uint[] Keys)
{
    /// <summary>Values of fewer different kinds than this are no use for blocking on their own or together.</summary>
    private const int FewestKinds = 3;

    /// <summary>The atoms of a table: names as filed, dates by day, month and year, the form of everything else.</summary>
    public static ImmutableArray<BlockingAtom> Of(RecordTable table)
    {
        var atoms = ImmutableArray.CreateBuilder<BlockingAtom>();
        if (table.Names.CanSwap)
        {
            AddNames(table, atoms);
        }

        for (var f = 0; f < table.Fields.Length; f++)
        {
            switch (table.Fields[f])
            {
                case DateComparison dates:
                    AddDates(table, f, dates, atoms);
                    break;
                case WordComparison words when !(table.Names.CanSwap && (f == table.Names.Family || f == table.Names.Given)):
                    var filed = words.Neighbours.FiledForms();
                    Add(atoms, table, words.Name, f, v => words.Column.Skeletons[v].Length < 2 ? 0u : (uint)filed[words.Column.Forms[v]] + 1);
                    break;
                case CodeComparison codes:
                    Add(atoms, table, codes.Name, f, v => (uint)codes.Column.Forms[v] + 1);
                    break;
            }
        }

        return atoms.ToImmutable();
    }

    /// <summary>
    /// Family and given name; exchanged back where a record's given name is much more usual as a family name of the table and its family
    /// name as a given name.
    /// </summary>
    private static void AddNames(RecordTable table, ImmutableArray<BlockingAtom>.Builder atoms)
    {
        var families = (WordComparison)table.Fields[table.Names.Family];
        var (column, filed) = (families.Column, families.Neighbours.FiledForms());
        var asFamily = new double[filed.Length];
        var asGiven = new double[filed.Length];
        for (var r = 0; r < table.Count; r++)
        {
            var values = table.Values(r);
            if (Form(values[table.Names.Family]) is >= 0 and var family)
            {
                asFamily[family]++;
            }

            if (Form(values[table.Names.Given]) is >= 0 and var given)
            {
                asGiven[given]++;
            }
        }

        var filedFamilies = new uint[table.Count];
        var filedGivens = new uint[table.Count];
        for (var r = 0; r < table.Count; r++)
        {
            var values = table.Values(r);
            var (family, given) = (Form(values[table.Names.Family]), Form(values[table.Names.Given]));
            if (family >= 0 && given >= 0 &&
                (asFamily[given] + 0.5) * (asGiven[family] + 0.5) > 10 * (asFamily[family] + 0.5) * (asGiven[given] + 0.5))
            {
                (family, given) = (given, family);
            }

            (filedFamilies[r], filedGivens[r]) = ((uint)(family + 1), (uint)(given + 1));
        }

        atoms.Add(new BlockingAtom("family name", filedFamilies));
        atoms.Add(new BlockingAtom("given name", filedGivens));

        // An initial files a record nowhere.
        int Form(int value) => value < 0 || column.Skeletons[value].Length < 2 ? -1 : filed[column.Forms[value]];
    }

    private static void AddDates(RecordTable table, int field, DateComparison dates, ImmutableArray<BlockingAtom>.Builder atoms)
    {
        Add(atoms, table, dates.Name + " day", field, v => dates.Dates[v].IsDate ? dates.Dates[v].IsDay ? (uint)dates.Dates[v].First : 0 : (uint)dates.Column.Forms[v] + 0x8000_0000);
        Add(atoms, table, dates.Name + " month", field, v => Part(dates.Dates[v], d => ((uint)d.Year * 12) + (uint)d.Month));
        Add(atoms, table, dates.Name + " year", field, v => Part(dates.Dates[v], d => (uint)d.Year));
    }

    private static uint Part(DateValue date, Func<DateOnly, uint> part)
    {
        if (!date.IsDate)
        {
            return 0;
        }

        var first = part(DateOnly.FromDayNumber(date.First));
        return first == part(DateOnly.FromDayNumber(date.Last)) ? first : 0;
    }

    private static void Add(ImmutableArray<BlockingAtom>.Builder atoms, RecordTable table, string name, int field, Func<int, uint> key)
    {
        var byValue = new uint[table.Fields[field].ValueCount];
        for (var v = 0; v < byValue.Length; v++)
        {
            byValue[v] = key(v);
        }

        if (byValue.Distinct().Count(k => k != 0) < FewestKinds)
        {
            return;
        }

        var keys = new uint[table.Count];
        for (var r = 0; r < keys.Length; r++)
        {
            var value = table.Values(r)[field];
            keys[r] = value < 0 ? 0 : byValue[value];
        }

        atoms.Add(new BlockingAtom(name, keys));
    }
}
