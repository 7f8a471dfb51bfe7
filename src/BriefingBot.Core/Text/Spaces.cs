namespace BriefingBot.Core.Text;

/// <summary>White space of any kind.</summary>
public static class Spaces
{
    /// <summary>The words of a text on one line: white space between them is one space, around them none.</summary>
    public static string Single(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
