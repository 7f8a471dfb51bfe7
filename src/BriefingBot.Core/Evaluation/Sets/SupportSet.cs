namespace BriefingBot.Core.Evaluation.Sets;

/// <summary>A claim, the passages it is held against, and whether they support it.</summary>
internal sealed record LabelledClaim(string Id, string Claim, IReadOnlyList<string> Passages, bool Supported);

/// <summary>A <c>support</c> set: one JSON Lines file.</summary>
internal static class SupportSet
{
    /// <exception cref="LabelledSetException">the file is missing, empty, or a line does not fit</exception>
    public static IReadOnlyList<LabelledClaim> Read(string path)
    {
        var file = SetFile.At(path);
        var claims = JsonRow.ReadAll(file).Select(Parse).ToList();
        return claims.Count > 0 ? claims : throw new LabelledSetException($"{path}: the file holds no claim.");
    }

    private static LabelledClaim Parse(JsonRow row)
    {
        var passages = row.Strings("passages");
        if (passages.Count == 0)
            throw row.Fault("a claim needs at least one passage in \"passages\"");
        var supported = row.String("label") switch
        {
            "supported" => true,
            "unsupported" => false,
            _ => throw row.Fault("\"label\" must be \"supported\" or \"unsupported\""),
        };
        return new LabelledClaim(row.Id(), row.String("claim"), passages, supported);
    }
}
