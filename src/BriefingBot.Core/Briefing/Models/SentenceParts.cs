using System.Buffers;
using System.Text;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>A line of a draft taken apart into sentences and the markers that belong to them.</summary>
/// <param name="Whole">Sentences that another one follows.</param>
/// <param name="Rest">The last sentence, whose markers may still come; null where the line holds none.</param>
/// <param name="Consumed">Characters of the line that <paramref name="Whole"/> takes up.</param>
internal sealed record SentenceParts(IReadOnlyList<DraftClaim> Whole, DraftClaim? Rest, int Consumed)
{
    private static readonly SearchValues<char> Signs = SearchValues.Create(" .,;:!?`*_-–—\"'|[]()");
    private static readonly SentenceParts None = new([], null, 0);

    public static bool MayEnd(char character) => character is '.' or '!' or '?' or '…' or '。' or '！' or '？' or ']' or '］' or '】' or ')';

    public static SentenceParts Of(string line)
    {
        var plain = new StringBuilder(line.Length);
        var places = new List<int>(line.Length + 1);
        var markers = new List<(int At, IReadOnlyList<int> Numbers)>();
        for (var at = 0; at < line.Length;)
        {
            if (PassageNumbers.At(line, at) is { } marker)
            {
                // The blank before a marker belongs to the marker.
                markers.Add((plain.Length, marker.Numbers));
                at = marker.End;
                continue;
            }

            places.Add(at);
            plain.Append(line[at++]);
        }

        places.Add(line.Length);
        var text = plain.ToString();
        var ranges = SentenceSplitter.Split(text).Where(r => text.AsSpan(r.Start, r.Length).ContainsAnyExcept(Signs)).ToList();
        return ranges.Count == 0 ? None : Assigned(text, ranges, markers, places);
    }

    private static SentenceParts Assigned(string text, List<TextRange> ranges, List<(int At, IReadOnlyList<int> Numbers)> markers, List<int> places)
    {
        // "[1] A. [2] B." puts the numbers first.
        var leading = markers.Count > 0 && markers[0].At <= ranges[0].Start && markers[^1].At < ranges[^1].End;
        var claims = new List<DraftClaim>();
        for (var i = 0; i < ranges.Count; i++)
        {
            var (from, to) = leading
                ? (i == 0 ? -1 : ranges[i - 1].End - 1, ranges[i].End - 1)
                : (i == 0 ? -1 : ranges[i].Start, i + 1 < ranges.Count ? ranges[i + 1].Start : int.MaxValue);
            var numbers = markers.Where(m => m.At > from && m.At <= to).SelectMany(m => m.Numbers).Distinct().ToList();
            claims.Add(new DraftClaim(Tidy(ranges[i].Of(text)), numbers));
        }

        var consumed = claims.Count == 1 ? 0 : leading ? places[ranges[^2].End] : places[ranges[^1].Start];
        return new SentenceParts(claims[..^1], claims[^1], consumed);
    }

    /// <summary>One blank between words, none before the full stop the marker stood before.</summary>
    private static string Tidy(string sentence)
    {
        var words = Spaces.Single(sentence);
        var text = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            if (c is '.' or ',' or ';' or '!' or '?' && text.Length > 0 && text[^1] is ' ')
                text.Length--;
            text.Append(c);
        }

        return text.ToString().Trim();
    }
}
