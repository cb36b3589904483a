using System.Collections.Frozen;

namespace Parley.Analysis;

/// <summary>Words that carry no matter of their own.</summary>
internal static class FunctionWords
{
    public static FrozenSet<string> All { get; } =
        """
        a an the and or but if of in on at to from by for with as about into onto over under between among through during after before since until than that
        which who whom whose what when where while this these those there here it its he him his she her hers they them their we us our i me my you your is are
        was were be been being am has have had having do does did done will would shall should may might can could must so such also then just very own same
        both each other others another some any all s t re ve ll d m said says say saying told tell according reportedly allegedly alleged claim claims claimed
        report reports reported state states stated add added adds note noted announce announced announcement comment commented insist insisted believe believed
        mr mrs ms dr only even still yet now too more most much many few less least up down out off again further however meanwhile because
        within around near across along upon per via towards toward against whether how why get got let go going come coming make making made
        th st nd rd late early ago today yesterday tomorrow currently recently far already once ever amid despite including included
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
