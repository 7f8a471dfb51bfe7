namespace BriefingBot.Cli.Rendering;

/// <summary>How a piece of a line looks; colour says a state, nothing else.</summary>
internal enum Look
{
    Plain,

    /// <summary>Bold: the question, a title, the quote in its context.</summary>
    Strong,

    /// <summary>Dim: what matters least.</summary>
    Quiet,

    /// <summary>The numbers that open a quote.</summary>
    Number,

    /// <summary>"Accounts differ", and doubt.</summary>
    Warning,
}

/// <summary>A piece of a line.</summary>
/// <param name="Text">May come from a document: it is cleaned when printed.</param>
/// <param name="Look">How it looks in a terminal.</param>
/// <param name="Link">An http or https address it opens; null opens nothing.</param>
internal readonly record struct Span(string Text, Look Look = Look.Plain, string? Link = null)
{
    public static implicit operator Span(string text) => new(text);
}
