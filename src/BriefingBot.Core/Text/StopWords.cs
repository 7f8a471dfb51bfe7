using System.Collections.Frozen;

namespace BriefingBot.Core.Text;

/// <summary>English words that carry no subject: articles, pronouns, auxiliaries, prepositions, and the words questions are asked with.</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> Questions =
        "what which who whom whose when where why how whether".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What is left of a contraction when its apostrophe goes stands at the end ("don't" is dont; "do n't" ends in nt).</summary>
    private static readonly FrozenSet<string> All = (
        "a about above after again against all also am an and any are as at be because been before being below between both but by "
        + "can cannot could did do does doing down during each either else etc ever few for from further had has have having he her here hers herself him himself his "
        + "i if in into is it its itself just me might more most must my myself neither no nor not now of off on once only or other our ours ourselves out over own "
        + "per same shall she should so some such than that the their theirs them themselves then there these they this those through to too under until up upon us "
        + "very was we were while will with within without would yet you your yours yourself yourselves may many much "
        + "dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wont wouldnt cant couldnt shouldnt mustnt im ive id ill youre youve youll hes shes theyre theyve "
        + "theyll weve thats theres whats whos lets nt ie eg").Split(' ').Concat(Questions).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every stop word and question word, lower case, without apostrophes.</summary>
    public static IReadOnlyCollection<string> Words => All;

    /// <param name="word">Lower case, accents and apostrophes gone: <see cref="Term.Word"/>.</param>
    public static bool Contains(ReadOnlySpan<char> word) => All.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Whether questions begin with this word (what, who, how …).</summary>
    /// <param name="word">Lower case.</param>
    public static bool IsQuestionWord(ReadOnlySpan<char> word) => Questions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
