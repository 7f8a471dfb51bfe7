using System.Buffers;
using System.Text;

namespace BriefingBot.Core.Ingestion.Cleaning.Markdown;

/// <summary>Files whose shape would cost Markdig far more than their size: lists of references in one piece, very wide tables, and tables whose short rows it fills up.</summary>
internal static class MarkdownShape
{
    /// <summary>Definitions of references that stand together; each costs Markdig as many steps as lines follow it.</summary>
    private const int MostTogether = 200;

    /// <summary>Cells of all tables, the empty ones that fill their rows too: a hundred bytes and more each.</summary>
    private const int MostCells = 400_000;

    /// <summary>Columns that a line may set to one side (":|"); Markdig reads the line anew for each.</summary>
    private const int MostColumnsAside = 500;

    private static readonly SearchValues<char> Rule = SearchValues.Create("|-: \t>");

    /// <summary>The same document, with empty lines among definitions that stand together in great number: there they mean nothing.</summary>
    /// <param name="markdown">With line ends of one character.</param>
    /// <param name="origin">For the sentence.</param>
    /// <exception cref="UnreadableException">The tables have too many cells or columns.</exception>
    public static string Of(string markdown, string origin)
    {
        StringBuilder? spaced = null;
        var (copied, at, definitions, lines, columns, cells, isTable) = (0, 0, 0, 0L, 0L, 0L, false);
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                if (isTable) cells += lines * columns;
                (definitions, lines, columns, isTable) = (0, 0, 0, false);
            }
            else
            {
                lines++;
                if (line.Count(":|") > MostColumnsAside)
                    throw new UnreadableException($"{origin} holds a table of more than {MostColumnsAside:N0} columns: split it, or give it as plain text.");
                columns = Math.Max(columns, line.Count('|') + 1);
                isTable |= IsRule(line);
                if (isTable && cells + (lines * columns) > MostCells)
                    throw new UnreadableException($"{origin} holds tables of more than {MostCells:N0} cells: split it, or give it as plain text.");
                if (IsDefinition(line) && ++definitions % MostTogether == 0)
                {
                    spaced = (spaced ?? new StringBuilder(markdown.Length + 1000)).Append(markdown, copied, at - copied).Append('\n');
                    copied = at;
                }
            }

            at += line.Length + 1;
        }

        return spaced is null ? markdown : spaced.Append(markdown, copied, markdown.Length - copied).ToString();
    }

    /// <summary>The line below a table's head: |---|:-:|.</summary>
    private static bool IsRule(ReadOnlySpan<char> line) => line.Contains('|') && line.Contains('-') && !line.ContainsAnyExcept(Rule);

    /// <summary>[name]: address, in a quotation or a list too.</summary>
    private static bool IsDefinition(ReadOnlySpan<char> line) => line.TrimStart(" \t>-*+") is ['[', ..] label && label.Contains("]:", StringComparison.Ordinal);
}
