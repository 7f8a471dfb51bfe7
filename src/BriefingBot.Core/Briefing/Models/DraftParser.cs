using System.Text;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>
/// Reads a model's text as it comes in and gives each sentence with its passage numbers as soon as it is whole. Takes everything models do: missing,
/// merged, ranged and foreign brackets, preambles, headings, footnotes, JSON, no end. Never throws; what makes no sense yields no claim.
/// </summary>
internal sealed class DraftParser
{
    /// <summary>More text than this is no brief.</summary>
    public const int Longest = 40_000;

    private const int LongestLine = 4_000;

    private readonly StringBuilder _line = new();
    private readonly StringBuilder _json = new();
    private int _read;
    private bool _isJson;
    private bool _started;
    private bool _footnotes;

    public bool Refused { get; private set; }

    /// <summary>Nothing more is read.</summary>
    public bool Endless => _read >= Longest;

    /// <summary>The whole text at once.</summary>
    public static ParsedDraft Parse(string? text)
    {
        var parser = new DraftParser();
        List<DraftClaim> claims = [.. parser.Read(text ?? ""), .. parser.End()];
        return new ParsedDraft(claims, parser.Refused, parser.Endless);
    }

    /// <summary>Takes in the next piece of text; gives the claims that became whole by it.</summary>
    public IReadOnlyList<DraftClaim> Read(string piece)
    {
        var claims = new List<DraftClaim>();
        var maybe = false;
        foreach (var character in piece)
        {
            if (Endless)
                break;
            _read++;
            if (_isJson)
            {
                _json.Append(character);
                continue;
            }

            if (character is '\n' or '\r' || _line.Length >= LongestLine)
            {
                EndLine(claims);
                maybe = false;
                if (character is '\n' or '\r')
                    continue;
            }

            _line.Append(character);
            maybe |= SentenceParts.MayEnd(character) || char.IsWhiteSpace(character);
            BecomeJson();
        }

        if (maybe && !_isJson)
            Early(claims);
        return claims;
    }

    /// <summary>The text is over: what is left is read as it stands.</summary>
    public IReadOnlyList<DraftClaim> End()
    {
        var claims = new List<DraftClaim>();
        if (_isJson)
            JsonDraft.Read(_json.ToString(), claims);
        else
            EndLine(claims);
        _line.Clear();
        _json.Clear();
        return claims;
    }

    // The first thing that is no blank, no fence and no "json" decides whether the text is JSON.
    private void BecomeJson()
    {
        if (_started || _line.Length > 12)
            return;
        var text = _line.ToString().Trim().TrimStart('`').TrimStart();
        if (text.StartsWith("json", StringComparison.OrdinalIgnoreCase))
            text = text[4..].TrimStart();
        if (text.Length < 2 && text is not "{")
            return;
        if (text[0] is '{' || (text[0] is '[' && (text[1] is '{' or '"' || (char.IsWhiteSpace(text[1]) && text.Trim().Length == 1))))
        {
            _isJson = true;
            _json.Append(text);
            _line.Clear();
        }
    }

    /// <summary>All sentences of the unfinished line but the last, whose numbers may still come.</summary>
    private void Early(List<DraftClaim> claims)
    {
        if (_footnotes)
            return;
        var line = _line.ToString();
        var parts = SentenceParts.Of(line[..Settled(line)]);

        // What follows must be a sentence and no half of a marker or of its link.
        if (parts.Whole.Count == 0 || !char.IsLetterOrDigit(parts.Rest!.Text[0]))
            return;
        foreach (var part in parts.Whole)
            Take(part, claims);
        _line.Remove(0, parts.Consumed);
    }

    /// <summary>Up to a bracket that is still open.</summary>
    private static int Settled(string line)
    {
        var open = line.LastIndexOfAny(['[', '［', '【', '(', '（']);
        return open >= 0 && line.AsSpan(open).IndexOfAny("]］】)）") < 0 ? open : line.Length;
    }

    private void EndLine(List<DraftClaim> claims)
    {
        var line = _line.ToString();
        _line.Clear();
        var stripped = DraftText.StripLine(line);
        if (stripped.Length == 0)
            return;
        var bare = stripped.Trim('`').Trim();
        if (!_started && bare.Equals("json", StringComparison.OrdinalIgnoreCase))
            return;
        _started = true;
        if (DraftText.BeginsFootnotes(stripped))
            _footnotes = true;
        if (_footnotes || bare.Length == 0)
            return;
        var parts = SentenceParts.Of(stripped);
        foreach (var part in parts.Whole)
            Take(part, claims);
        if (parts.Rest is { } rest)
            Take(rest, claims);
    }

    private void Take(DraftClaim part, List<DraftClaim> claims)
    {
        _started = true;
        var text = DraftText.StripOpening(part.Text);
        if (text.Length == 0 || DraftText.IsPreamble(text, part.Passages.Count))
            return;
        if (DraftText.IsRefusal(text) && part.Passages.Count == 0)
            Refused = true;
        else
            claims.Add(new DraftClaim(text, part.Passages));
    }
}
