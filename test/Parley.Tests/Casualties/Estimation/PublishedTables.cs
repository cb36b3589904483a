using Parley.Casualties.Estimation.MultipleSystems;
using Parley.Casualties.Estimation.Tables;

namespace Parley.Tests.Casualties.Estimation;

/// <summary>Published counts of people by the lists they are on.</summary>
internal static class PublishedTables
{
    /// <summary>Killings in Kosovo, 1999 (Ball and others 2002): exhumations, ABA/CEELI, OSCE, Human Rights Watch.</summary>
    public static CaptureTable Kosovo { get; } = Table(
        "EXH,ABA,OSCE,HRW", 1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27);

    /// <summary>Potential victims of trafficking, United Kingdom 2013 (Silverman 2014), five lists.</summary>
    public static CaptureTable Trafficking { get; } = Table(
        "LA,NG,PFNCA,GO,GP",
        54, 463, 15, 995, 19, 62, 1, 695, 3, 19, 1, 76, 0, 4, 1, 316, 0, 1, 0, 11, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Hepatitis A in a college, Taiwan 1995 (Chao and others 1997).</summary>
    public static CaptureTable Hepatitis { get; } = Table("P,Q,E", 69, 55, 21, 63, 17, 18, 28);

    /// <summary>Spina bifida, New York 1969-74 (Madigan and York 1997).</summary>
    public static CaptureTable SpinaBifida { get; } = Table("A,B,C", 247, 49, 142, 60, 112, 4, 12);

    /// <summary>A made-up table that some models have no estimate for.</summary>
    public static CaptureTable Sparse { get; } = Table("A,B,C", 40, 30, 6, 20, 0, 0, 0);

    /// <summary>A table from counts in the order of the patterns 1, 2, 3, ..., the first list being the lowest bit.</summary>
    public static CaptureTable Table(string lists, params long[] counts) => new([.. lists.Split(',')], [0, .. counts]);

    /// <summary>A table of text.</summary>
    public static CountTable Text(string text) => CountTable.Parse("table.csv", text);
}
