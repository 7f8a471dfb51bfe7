using BriefingBot.Core.Index;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Libraries;
using BriefingBot.Web;

namespace BriefingBot.Tests.Web;

public sealed class FirstStartTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("briefingbot-").FullName, "data");

    [Fact]
    public async Task The_first_start_makes_the_data_folder_takes_the_samples_in_and_prints_an_example()
    {
        Assert.False(Directory.Exists(_folder));
        await using var page = await ServedPage.StartAsync(_folder);

        var lines = page.Printed.Lines;
        Assert.StartsWith($"BriefingBot is at {page.Address.GetLeftPart(UriPartial.Authority)} ", lines[0], StringComparison.Ordinal);
        Assert.Equal($"Library default: {SampleDocuments.Files.Count} documents, newest 27 Mar 2026", lines[1]);
        Assert.Contains(SampleDocuments.Questions[0], lines, StringComparer.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("  Varran Courier, 3 Mar 2026: “About 1,400 dockers", StringComparison.Ordinal) && line.EndsWith(']'));
        Assert.Contains(lines, line => line.StartsWith("  [", StringComparison.Ordinal) && line.EndsWith("] Walkout empties Port Varran · Varran Courier · 3 Mar 2026", StringComparison.Ordinal));

        var id = lines.Last(line => line.Length > 0).Split('#')[1];
        Assert.Equal(SampleDocuments.Questions[0], (await page.GetAsync($"/api/answers/{id}")).GetProperty("question").GetString());
    }

    [Fact]
    public async Task A_second_start_adds_nothing_and_asks_nothing()
    {
        var first = await StartAndStopAsync();
        var second = await StartAndStopAsync();

        Assert.Equal(first.Skip(1).SkipLast(2), second.Skip(1).SkipLast(2), StringComparer.Ordinal);
        Assert.Equal(first[^2].Split('#')[1], second[^2].Split('#')[1]);
        Assert.Equal(SampleDocuments.Files.Count, Read(session => new DocumentStore(session).List(includeRemoved: true).Count));
        Assert.Single(Read(session => new AnswerStore(session).Recent(10)));
    }

    [Fact]
    public async Task A_library_emptied_on_purpose_stays_empty_and_says_what_to_do()
    {
        await StartAndStopAsync();
        Write(session =>
        {
            foreach (var document in new DocumentStore(session).List())
            {
                new LexicalIndex(session).Remove(document.Id);
                new DocumentStore(session).Remove(document.Id);
            }
        });

        var lines = await StartAndStopAsync();

        Assert.Equal("Library default: 0 documents", lines[1]);
        Assert.Equal("Add a file or a folder, then ask: briefingbot add FOLDER", lines[2]);
        Assert.Equal(0, Read(session => new DocumentStore(session).Count()));
    }

    [Fact]
    public async Task A_library_that_holds_documents_of_its_own_gets_no_samples()
    {
        using (var library = new LibraryCatalog(_folder, new StillClock()).Create("default"))
        {
            library.Write(session => new DocumentStore(session).Add(null, "own.txt", new NewRevision(
                "The lamp burns.", new DocumentMetadata { Title = "Lamp" }, new StillClock().Now, RevisionCause.Received, 1, new string('0', 64), [], null)));
        }

        Assert.Equal("Library default: 1 document", (await StartAndStopAsync())[1]);
        Write(session => new DocumentStore(session).Remove(new DocumentStore(session).List().Single().Id));
        Assert.Equal("Library default: 0 documents", (await StartAndStopAsync())[1]);
    }

    [Fact]
    public async Task A_first_start_that_was_interrupted_is_made_good_by_the_next()
    {
        using (var library = new LibraryCatalog(_folder, new StillClock()).Create("default"))
        using (var stopped = new CancellationTokenSource())
        {
            await stopped.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LocalWeb.RunAsync(
                ServedPage.SettingsFor(_folder, "http://127.0.0.1:0"), TextWriter.Null, new StillClock(), stopped.Token));
        }

        await StartAndStopAsync();
        Assert.Equal(SampleDocuments.Files.Count, Read(session => new DocumentStore(session).Count()));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    private async Task<IReadOnlyList<string>> StartAndStopAsync()
    {
        await using var page = await ServedPage.StartAsync(_folder);
        return page.Printed.Lines;
    }

    private T Read<T>(Func<LibrarySession, T> work)
    {
        using var library = new LibraryCatalog(_folder, new StillClock()).Open("default");
        return library.Read(work);
    }

    private void Write(Action<LibrarySession> work)
    {
        using var library = new LibraryCatalog(_folder, new StillClock()).Open("default");
        library.Write(work);
    }
}
