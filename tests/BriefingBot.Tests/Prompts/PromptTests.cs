using BriefingBot.Core.Prompts;

namespace BriefingBot.Tests.Prompts;

public sealed class PromptTests : IDisposable
{
    private static readonly PromptKind Task = new("task", ["name", "text"]);
    private readonly string _folder = Directory.CreateTempSubdirectory("prompts-").FullName;

    [Fact]
    public void Every_prompt_the_program_carries_uses_exactly_its_variables()
    {
        var catalog = new PromptCatalog([]);
        Assert.All(PromptKind.All, kind => Assert.Equal(kind.Variables.Order(StringComparer.Ordinal), catalog.Find(kind).Variables.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_value_that_looks_like_a_variable_stays_text()
    {
        var filled = PromptTemplate.Read("task.md", "For {{ name }}\n---\n{{text}} by {{name}}", Task).Fill(Values("{{text}}", "{{name}} {{"));
        Assert.Equal("For {{text}}", filled.Instructions);
        Assert.Equal("{{name}} {{ by {{text}}", filled.Request);
    }

    [Theory]
    [InlineData("{{name}} {{text}}", "three dashes")]
    [InlineData("{{name}}\n---\nnothing", "{{text}}")]
    [InlineData("{{name}}\n---\n{{text}} {{other}}", "{{other}}")]
    [InlineData("{{name}}\n---\n{{text}} {{", "followed by a name")]
    [InlineData("{{name}}\n---\n{{te xt}}", "followed by a name")]
    public void A_prompt_that_cannot_be_used_is_named_with_what_is_wrong(string text, string said)
    {
        var fault = Assert.Throws<PromptException>(() => PromptTemplate.Read("task.md", text, Task));
        Assert.StartsWith("task.md", fault.Message, StringComparison.Ordinal);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_must_be_the_ones_the_prompt_uses()
    {
        var template = PromptTemplate.Read("task.md", "{{name}}\n---\n{{text}}", Task);
        Assert.Throws<ArgumentException>(() => template.Fill(new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "a" }));
    }

    [Fact]
    public void The_hash_changes_with_the_text_and_not_with_line_ends()
    {
        string Hash(string text) => PromptTemplate.Read("task.md", text, Task).Hash;
        Assert.Equal(Hash("{{name}}\n---\n{{text}}"), Hash("{{name}}\r\n---\r\n{{text}}"));
        Assert.NotEqual(Hash("{{name}}\n---\n{{text}}"), Hash("{{name}}\n---\n{{text}}."), StringComparer.Ordinal);
    }

    [Fact]
    public void A_file_on_disk_wins_and_is_read_again_when_it_changes()
    {
        var catalog = new PromptCatalog([_folder]);
        var carried = catalog.Find(PromptKind.Rewrite).Hash;
        Write("one {{fence}}\n---\n{{turns}} {{question}}", 1);
        var first = catalog.Find(PromptKind.Rewrite).Hash;
        Write("two {{fence}}\n---\n{{turns}} {{question}}", 2);
        var second = catalog.Find(PromptKind.Rewrite).Hash;
        Assert.Equal(3, new[] { carried, first, second }.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_changed_file_that_cannot_be_used_is_reported_once_and_the_last_good_one_stays()
    {
        var said = new List<string>();
        Write("one {{fence}}\n---\n{{turns}} {{question}}", 1);
        var catalog = new PromptCatalog([_folder], said.Add);
        var good = catalog.Find(PromptKind.Rewrite).Hash;
        Write("broken", 2);
        Assert.Equal(good, catalog.Find(PromptKind.Rewrite).Hash);
        Assert.Equal(good, catalog.Find(PromptKind.Rewrite).Hash);
        Assert.Contains("rewrite.md", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_file_at_start_stops_the_start()
    {
        Write("broken", 1);
        Assert.Throws<PromptException>(() => new PromptCatalog([_folder]));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Dictionary<string, string> Values(string name, string text) => new(StringComparer.Ordinal) { ["name"] = name, ["text"] = text };

    private void Write(string text, int minute)
    {
        var file = Path.Combine(_folder, "rewrite.md");
        File.WriteAllText(file, text);
        File.SetLastWriteTimeUtc(file, new DateTime(2031, 1, 1, 0, minute, 0, DateTimeKind.Utc));
    }
}
