namespace BriefingBot.Core.Libraries;

/// <summary>What a library may be called: its name is a file name on every system and can name nothing outside its folder.</summary>
public static class LibraryName
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxLength = 64;

    /// <summary>Whether a library may be called so: 1 to 64 lower-case letters a–z, digits, '-' and '_'.</summary>
    public static bool IsValid(string? name) =>
        name is { Length: > 0 and <= MaxLength } && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_');

    /// <summary>The name itself.</summary>
    /// <exception cref="LibraryException">The name is not valid; the message says what is.</exception>
    public static string Require(string? name) => IsValid(name)
        ? name!
        : throw new LibraryException($"\"{Shown(name)}\" cannot be the name of a library. Use 1 to {MaxLength} lower-case letters (a-z), digits, '-' and '_'.");

    private static string Shown(string? name) =>
        string.Concat((name ?? "").Take(MaxLength).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)) + (name?.Length > MaxLength ? "…" : "");
}
