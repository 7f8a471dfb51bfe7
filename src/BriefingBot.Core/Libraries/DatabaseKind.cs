namespace BriefingBot.Core.Libraries;

/// <summary>A kind of file we keep: which migrations build it and the mark that tells it from other people's SQLite files.</summary>
/// <param name="Migrations">Folder of the embedded <c>.sql</c> files.</param>
/// <param name="ApplicationId">SQLite's <c>application_id</c>: four letters.</param>
internal sealed record DatabaseKind(string Migrations, int ApplicationId)
{
    /// <summary>"BBLb".</summary>
    public static readonly DatabaseKind Library = new("library", 0x42424C62);

    /// <summary>"BBBo".</summary>
    public static readonly DatabaseKind Bot = new("bot", 0x4242426F);

    /// <summary>A file of this kind in words, for messages.</summary>
    public string Describe(string path) =>
        this == Library ? $"library \"{Path.GetFileNameWithoutExtension(path)}\" ({path})" : $"file {Path.GetFileName(path)} ({path})";
}
