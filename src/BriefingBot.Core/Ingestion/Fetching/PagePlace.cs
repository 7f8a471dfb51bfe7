namespace BriefingBot.Core.Ingestion.Fetching;

/// <summary>Where a line of a page stands, from the text outwards.</summary>
internal enum PagePlace
{
    /// <summary>In the text, or in what is no part of the page's frame.</summary>
    Text,

    /// <summary>In a box beside it.</summary>
    Box,

    /// <summary>In the headline of the page.</summary>
    Headline,

    /// <summary>In a menu, the page's head or its foot.</summary>
    Menu,
}
