using System.Collections.Frozen;

namespace BriefingBot.Core.Text;

/// <summary>Words whose full stop need not end a sentence, in groups by what has to follow for it to end one after all.</summary>
internal static class Abbreviations
{
    /// <summary>Stand before a name: never the last word of a sentence.</summary>
    private static readonly FrozenSet<string> Titles = Set(
        "mr mrs ms mx dr prof gen col lt sgt capt cmdr cdr cpt maj adm brig cpl pvt sen rep gov pres rev hon st fr sr sra srta supt insp det messrs mme mlle dra mt ft amb atty vs viz cf e.g i.e eg ie");

    /// <summary>Stand before a number; anything else after them begins a sentence.</summary>
    private static readonly FrozenSet<string> BeforeNumbers = Set(
        "no nos nr núm art arts sec sect fig figs p pp vol vols ch chap eq eqs par para pt jan feb mar apr jun jul aug sep sept oct nov dec ca approx");

    /// <summary>End a sentence only where the next word is one that begins sentences.</summary>
    private static readonly FrozenSet<string> Others = Set(
        "inc ltd co corp jr bros assn dept univ ave blvd rd etc al est govt intl natl calif fla mass mich minn penn tenn wis ariz colo conn ill ind kan tex okla ore wash mon tue tues wed thu thur thurs fri sat sun "
        + "s.a gmbh plc bzw usw z.b d.h");

    /// <summary>Capitalised words that begin sentences and seldom follow an abbreviation inside one.</summary>
    private static readonly FrozenSet<string> Starters = Set(
        "The This That These Those There Their They Then A An And At As After Although All Another Among Also Any Because Before But By Both Both During Each Earlier Even For From He Her His Her How However Here I If In It Its "
        + "Instead Just Last Later Like Many Meanwhile Most Much My Neither No Nor Not Now Of On Once One Only Or Other Our Over Perhaps She Since So Some Still Such Though Through Thus To Today Under Unlike Until We What "
        + "When Where Whether Which While Who Why With Yesterday Yet You Your", StringComparer.Ordinal);

    private static readonly FrozenSet<string> AfterTimes = Set(
        "est edt et gmt utc cet cest pst pdt mst cst bst ist pkt aft local eastern central pacific monday tuesday wednesday thursday friday saturday sunday "
        + "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec");

    public static bool IsTitle(ReadOnlySpan<char> word) => Contains(Titles, word);

    public static bool StandsBeforeNumber(ReadOnlySpan<char> word) => Contains(BeforeNumbers, word);

    public static bool IsOther(ReadOnlySpan<char> word) => Contains(Others, word);

    public static bool BeginsSentences(ReadOnlySpan<char> word) => Contains(Starters, word);

    public static bool FollowsTime(ReadOnlySpan<char> word) => Contains(AfterTimes, word);

    private static bool Contains(FrozenSet<string> set, ReadOnlySpan<char> word) =>
        set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Set(string words, StringComparer? comparer = null) =>
        words.Split(' ').ToFrozenSet(comparer ?? StringComparer.OrdinalIgnoreCase);
}
