using System.Diagnostics;
using BriefingBot.Core.Text;

namespace BriefingBot.Tests.Text;

/// <summary>Every reader of text is linear: what would take hours if it were not takes well under the generous limit.</summary>
public sealed class RunningTimeTests
{
    private const int Repetitions = 100_000;

    public static TheoryData<string> Pieces { get; } =
        ["(", ". ", "A", "A.", "A-", "a'", "1,", "1.", "1,000", "(AB", "US ", "US", "AB (", "May ", "\n", " ", "one hundred ", "of ", "Of ", "B of ", "上", "\u0301", "$", "last ", "2022-", "''", "Gen. ", "al-"];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void The_same_again_and_again_is_read_in_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Repetitions));
        var watch = Stopwatch.StartNew();
        _ = Analyser.Analyse(TextNormalizer.Normalize(text), "en").Count + SentenceSplitter.Split(text).Count + DateMentions.Find(text).Count + NumberMentions.Find(text).Count
            + NameMentions.Find(text).Count + AcronymPairs.Find(text).Count + RelativeDates.Find(text, new DateOnly(2022, 2, 16)).Count;
        _ = LanguageDetector.Detect(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }
}
