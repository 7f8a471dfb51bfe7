using System.Text.RegularExpressions;

namespace BriefingBot.Tests.Architecture;

public sealed class DependencyTests
{
    private static readonly string Core = Path.Combine(AppContext.BaseDirectory, "BriefingBot.Core.dll");

    [Fact]
    public void A_room_uses_only_the_rooms_its_row_lists()
    {
        using var assembly = new AssemblyReferences(Core);
        var broken = Arrows(assembly.Read())
            .Where(arrow => !Rooms.MayUse[arrow.From].Contains(arrow.To, StringComparer.Ordinal))
            .Select(arrow => $"{arrow.From} may not use {arrow.To}: {arrow.User} uses {arrow.Used}")
            .Order(StringComparer.Ordinal);
        Assert.Empty(broken);
    }

    [Fact]
    public void Every_namespace_of_core_is_a_room()
    {
        using var assembly = new AssemblyReferences(Core);
        var unknown = assembly.Read().SelectMany(pair => new[] { pair.User, pair.Used })
            .Select(name => Rooms.Of(NamespaceOf(name))).OfType<string>()
            .Where(room => room.Length > 0 && !Rooms.MayUse.ContainsKey(room)).Distinct(StringComparer.Ordinal);
        Assert.Empty(unknown);
    }

    [Fact]
    public void The_reader_sees_arrows_that_only_a_method_body_draws()
    {
        using var assembly = new AssemblyReferences(typeof(DependencyTests).Assembly.Location);
        Assert.Contains(
            ("BriefingBot.Tests.Architecture.DependencyTests", "BriefingBot.Tests.Architecture.Rooms"), assembly.Read());
    }

    [Fact]
    public void The_rooms_form_a_house_without_cycles()
    {
        foreach (var (room, used) in Rooms.MayUse)
        {
            Assert.DoesNotContain(room, Reach(used));
        }
    }

    [Theory]
    [InlineData("Discord")]
    [InlineData("AspNetCore")]
    [InlineData("OpenAI")]
    [InlineData("SemanticKernel")]
    [InlineData("Spectre")]
    [InlineData("CommandLine")]
    public void Core_names_no_chat_network_web_server_terminal_or_model_vendor(string vendor)
    {
        using var assembly = new AssemblyReferences(Core);
        Assert.DoesNotContain(assembly.ReferencedAssemblies, name => Regex.IsMatch(name, $@"(^|\.){vendor}(\.|$)"));
    }

    private static IEnumerable<(string From, string To, string User, string Used)> Arrows(IEnumerable<(string User, string Used)> pairs) =>
        from pair in pairs
        let @from = Rooms.Of(NamespaceOf(pair.User))
        let to = Rooms.Of(NamespaceOf(pair.Used))
        where @from is { Length: > 0 } && to is { Length: > 0 } && @from != to && Rooms.MayUse.ContainsKey(@from)
        select (@from, to, pair.User, pair.Used);

    private static HashSet<string> Reach(IEnumerable<string> rooms)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(rooms);
        while (open.TryDequeue(out var room))
        {
            if (reached.Add(room))
            {
                Array.ForEach(Rooms.MayUse[room], open.Enqueue);
            }
        }

        return reached;
    }

    private static string NamespaceOf(string typeName) => typeName[..Math.Max(typeName.LastIndexOf('.'), 0)];
}
