namespace BriefingBot.Core.Ingestion.Metadata;

/// <summary>Which names are those of agencies and media.</summary>
internal static class MediaNames
{
    private static readonly HashSet<string> Agencies = new((
        "AFP|Agence France-Presse|Agence France Presse|Reuters|Thomson Reuters|AP|The Associated Press|Associated Press|UPI|United Press International|Xinhua|Xinhua News Agency|TASS|Interfax|RIA Novosti|Sputnik|EFE|DPA|dpa|ANSA|AGI|Kyodo|Kyodo News|Yonhap|Jiji Press|PTI|Press Trust of India|ANI|IANS|UNI|APP|Anadolu|Anadolu Agency|AA|IRNA|ISNA|Tasnim|Mehr"
        + "|Fars|Bernama|Antara|PA|PA Media|APA|SDA|Keystone-SDA|Belga|ANP|TT|NTB|Ritzau|STT|PAP|CTK|MTI|Lusa|Ukrinform|Bakhtar|Pajhwok|Bloomberg|Dow Jones|WAM|SPA|MENA|QNA|SANA|NNA|KUNA|CP|The Canadian Press|AAP").Split('|'),
        StringComparer.Ordinal);

    private static readonly HashSet<string> Media = new((
        "CNN|BBC|BBC News|NBC|NBC News|ABC|ABC News|CBS|CBS News|CNBC|MSNBC|Fox News|PBS|NPR|VOA|Voice of America|RFE/RL|Radio Free Europe|Deutsche Welle|DW|France 24|Al Jazeera|Al Arabiya|Al-Jazeera|Sky News|ITV|Channel 4|RT|CGTN|NDTV|Geo News|ARY News|TOLOnews|Tolo News|Khaama Press|Amu TV|NHK|Asahi Shimbun|Le Monde|Le Figaro|Libération|Der Spiegel|Die Welt|Die Zeit|Bild"
        + "|El País|El Mundo|La Repubblica|Corriere della Sera|Haaretz|Politico|Axios|Vox|Newsweek|Time|The Economist|The Atlantic|The New Yorker|The Guardian|Guardian|The Independent|The Telegraph|Daily Telegraph|The Hill|The Diplomat|Foreign Policy|USA Today|Dawn|The Hindu|The Indian Express").Split('|'),
        StringComparer.Ordinal);

    /// <summary>Words that end the name of a medium when something stands before them.</summary>
    private static readonly HashSet<string> Endings = new(
        "Post|Times|News|Wire|Press|Herald|Courier|Tribune|Journal|Gazette|Mail|Telegraph|Observer|Chronicle|Monitor|Examiner|Star|Bulletin|Review|Dispatch|Globe|Standard|Express|Radio|TV|Television|Broadcasting|Zeitung|Boersenzeitung|Rundschau|Presse|Nachrichten|Diario|Agencia|Weekly|Magazine|Today".Split('|'),
        StringComparer.Ordinal);

    /// <summary>A news agency by its own name.</summary>
    public static bool IsAgency(string name) => Agencies.Contains(name)
        || (name.Length <= 40 && name.Split(' ') is { Length: >= 2 and <= 4 } words && Array.TrueForAll(words, w => w.Length > 0 && char.IsUpper(w[0])) && (words[^1] is "Wire" || (words[^1] is "Agency" && words[^2] is "News" or "Press")));

    /// <summary>An agency, newspaper or broadcaster: known, or two words of which the last says so ("Varran Courier").</summary>
    public static bool IsMedium(string name)
    {
        if (Media.Contains(name) || IsAgency(name)) return true;
        var last = name.LastIndexOf(' ');
        return last > 0 && char.IsUpper(name[0]) && Endings.Contains(name[(last + 1)..]) && name.AsSpan(0, last) is not ("The" or "the");
    }
}
