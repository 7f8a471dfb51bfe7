using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Text;

/// <summary>Text put together from pieces that have broken splitters, normalisers and offsets before.</summary>
internal static class HostileText
{
    private static readonly string[] Pieces =
    [
        " ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\0", "\u00A0", "\u200B", "\u2028", "\uFEFF", "\uD83D", "\uDE00", "😀", "👩‍👧", "e\u0301", "\u0301", "a\u0323\u0307", "가", "\u1100\u1161", "क्ष", "ก็",
        ".", ".", "!", "?", "…", "。", "？", "।", "؟", "\"", "“", "”", "'", "’", "(", ")", "[1]", "``", "''", "-", "–", "•", ",", ":", ";", "%", "$", "€", "/", "@", "_",
        "U.S.", "Gen.", "No.", "Jan.", "a.m.", "e.g.", "IS-K", "COVID-19", "AK-47", "US", "who", "WHO", "l'eau", "don't", "port's", "Ministry", "of", "the", "The", "and", "al-Nur", "(HMO)", "Harbour Master Office",
        "1,000", "3.5", "11th", "11", "February", "2022", "2022-02-11", "31/12/2022", "Feb. 30", "yesterday", "last", "month", "twenty-one", "a", "hundred", "million", "10m", "Rs500", "99999999999999999999",
        "上海自来水", "カタカナ", "การเมือง", "ｆｕｌｌ", "１２", "Straße", "ﬁn", "İstanbul", "ñandú", "𠀀𠀁", "𝔘𝔫", "مرحبا", "שלום", "SHOUTED LINE", "running text", "x", new('y', 70),
    ];

    public static Arbitrary<string> Arbitrary { get; } =
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    public static void ForAll(Func<string, bool> holds) =>
        Prop.ForAll(Arbitrary, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(60));
}
