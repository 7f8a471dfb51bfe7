namespace BriefingBot.Core.Ingestion.Readers.Pdf;

/// <summary>One line of a page as pdftotext sees it; y grows downwards, units are points.</summary>
/// <param name="Text">Words with single spaces.</param>
/// <param name="Block">Lines of one block stand together in one column.</param>
internal sealed record PdfLine(string Text, double Left, double Top, double Right, double Bottom, int Block)
{
    public double Height => Bottom - Top;
}

/// <summary>One page, its lines in reading order.</summary>
internal sealed record PdfPage(double Width, double Height, List<PdfLine> Lines);

/// <summary>What pdftotext says of a whole file.</summary>
/// <param name="Title">As the file's own information names it; null where it does not.</param>
/// <param name="Author">Likewise.</param>
internal sealed record PdfLayout(List<PdfPage> Pages, string? Title, string? Author);
