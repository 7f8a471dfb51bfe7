using BriefingBot.Core.Text;

namespace BriefingBot.Core.Libraries.Corrections;

/// <summary>What a text says of itself.</summary>
public enum NoticeKind
{
    /// <summary>That something in it was corrected, amended or clarified.</summary>
    Corrected,

    /// <summary>That it is withdrawn: nothing in it is to be relied on.</summary>
    Retracted,
}

/// <summary>Words of a text about itself.</summary>
/// <param name="Kind">What they say.</param>
/// <param name="Range">Where they stand in the text; null where only the title says it.</param>
/// <param name="RemovedPart">Where they stand in what was taken out of the page and not in its text: which part, from 0; the range then counts in it.</param>
public sealed record Notice(NoticeKind Kind, TextRange? Range, int? RemovedPart = null);

/// <summary>A notice with its words.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Quote">Exactly the revision's text from <paramref name="Start"/> to <paramref name="End"/>; where those are null the title, or words that stood beside the text on its page.</param>
/// <param name="Revision">Number of the revision it stands in.</param>
/// <param name="Start">UTF-16 code units into that revision's text; null where it does not stand there.</param>
/// <param name="End">As <paramref name="Start"/>.</param>
public sealed record DocumentNotice(NoticeKind Kind, string Quote, int Revision, int? Start, int? End);
