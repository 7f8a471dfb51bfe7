using System.Buffers;
using System.Text;

namespace BriefingBot.Core.Ingestion.Cleaning.PlainText;

/// <summary>Takes picture credits, with the caption on their line: "Photo: …", "… / Photo: A. Person - WIRE", "(WIRE Photo/A. Person)", "… Getty Images".</summary>
internal static class PhotoCredits
{
    public const string Rule = "photo credit";
    private const int MostWords = 60;

    private static readonly string[] Starts = (
        "photo:|photo by|photo credit|photo courtesy|photos:|photos by|photograph:|photograph by|photographer:|image:|image by|image credit|image source|image courtesy|images:|picture:|picture credit|picture by|pic:|pic credit|file photo|file picture|file image|representative image|representational image"
        + "|video:|video by|video credit|illustration:|illustration by|graphic:|cartoon:|credit:|credits:|courtesy:|photo /|photo/|foto:|foto de|fotografía:|imagen:|crédito:|photo :|crédit photo|crédit :|crédits :|crédit photo :|bild:|bildquelle|bildrechte|fotocredit|immagine:|imagem:|crédito da foto|фото:|фото |图片来源|图片：|图片:|图：|写真：|写真:|写真提供").Split('|');

    private static readonly string[] Inside = (
        "/ photo:;| photo:;- photo:;(photo:;[photo:;. photo:;photo credit:;image credit:;(photo by;[photo by;photo by:;photo courtesy;picture courtesy;getty images;/getty;ap photo/;(ap photo;[ap photo;afp photo;afp/getty;reuters/;file photo);file photo];(file photo;[file photo;/file photo;- file photo;(file);[file];/file;epa-efe/;shutterstock;istock;wikimedia commons;unsplash;/ foto:;(foto:;| foto:;(photo :;/ фото:;(фото:;(图片来源").Split(';');

    /// <summary>What makes a sentence of these words unlikely to be one: a credit ends the line or stands in brackets.</summary>
    private static readonly string[] Ends = "getty images|getty images)|/afp|/afp)|/ap|/ap)|/reuters|/reuters)|/epa|/file|/file)|file photo|file photo)|file photo]|(file)|[file]|shutterstock|istock|wikimedia commons|unsplash|/anadolu|/xinhua".Split('|');

    /// <summary>One look that spares nearly every line the others: what stands inside of lines, as far as it is ASCII, which is found many characters at a time.</summary>
    private static readonly SearchValues<string> AsciiInside = SearchValues.Create([.. Inside.Where(s => Ascii.IsValid(s))], StringComparison.Ordinal);
    private static readonly string[] OtherInside = [.. Inside.Where(s => !Ascii.IsValid(s))];

    public static void Apply(TextPage page)
    {
        foreach (var line in page.Kept)
        {
            if (line.Words <= MostWords && line.Key.Length > 0 && IsCredit(line)) line.Rule = Rule;
        }
    }

    private static bool IsCredit(TextLine line)
    {
        if (StartsWithAny(line.Key.AsSpan().TrimStart("(["))) return !line.IsProse || line.Words <= 25;
        if (!HoldsInside(line.Key)) return !line.EndsSentence && EndsWithAny(line.Key);
        // "The picture agency Getty Images said it would appeal." is a sentence of an article.
        return !line.EndsSentence || line.Text[^1] is ')' or ']' || CreditTail(line.Key);
    }

    private static bool StartsWithAny(ReadOnlySpan<char> key)
    {
        foreach (var start in Starts)
        {
            if (key.StartsWith(start, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool HoldsInside(string key) =>
        key.AsSpan().ContainsAny(AsciiInside) || (!Ascii.IsValid(key) && Array.Exists(OtherInside, sign => key.Contains(sign, StringComparison.Ordinal)));

    private static bool EndsWithAny(string key)
    {
        foreach (var end in Ends)
        {
            if (key.EndsWith(end, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>The credit stands after the last sentence of the caption: "Cranes at dusk on Monday. Photo: A. Person.".</summary>
    private static bool CreditTail(string key)
    {
        foreach (var mark in Inside)
        {
            var at = key.LastIndexOf(mark, StringComparison.Ordinal);
            if (at > 0 && mark.Contains("photo", StringComparison.Ordinal) && key.AsSpan(at + mark.Length).Count(' ') <= 6) return true;
        }

        return Ends.Any(e => key.EndsWith(e, StringComparison.Ordinal) && e.Contains('/'));
    }
}
