using System.Globalization;

namespace BriefingBot.Benchmarks;

/// <summary>What is measured and over how much.</summary>
internal sealed record BenchmarkOptions(string Verb, int Documents, bool Json, string? Executable, int Passages = 100_000, int Rounds = 200, string? Out = null, double? AtLeast = null)
{
    /// <summary>What a generated article is cut into, on average.</summary>
    private const double PassagesPerDocument = 4.55;

    /// <summary>Null when the arguments are wrong.</summary>
    public static BenchmarkOptions? Parse(IReadOnlyList<string> args)
    {
        if (args is not [("crash" or "retrieval" or "growth" or "ingest" or "ask" or "startup") and var verb, ..])
            return null;
        var options = new BenchmarkOptions(verb, 10_000, Json: false, Executable: null);
        for (var i = 1; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--json":
                    options = options with { Json = true };
                    break;
                case "--documents" when i + 1 < args.Count && int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var count) && count > 0:
                    options = options with { Documents = count };
                    i++;
                    break;
                case "--passages" when i + 1 < args.Count && int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var passages) && passages > 0:
                    options = options with { Passages = passages, Documents = Math.Max(1, (int)(passages / PassagesPerDocument)) };
                    i++;
                    break;
                case "--rounds" when i + 1 < args.Count && int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var rounds) && rounds > 0:
                    options = options with { Rounds = rounds };
                    i++;
                    break;
                case "--out" when i + 1 < args.Count:
                    options = options with { Out = args[++i] };
                    break;
                case "--at-least" when i + 1 < args.Count && double.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var ratio):
                    options = options with { AtLeast = ratio };
                    i++;
                    break;
                case "--executable" when i + 1 < args.Count:
                    options = options with { Executable = args[++i] };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
