using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Libraries;
using BriefingBot.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.Tests.Web;

/// <summary>The product's own <c>serve</c> on a free port of this machine, over a data folder of its own.</summary>
internal sealed class ServedPage : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<int> _run;
    private readonly bool _ownsFolder;

    private ServedPage(string? folder, string url)
    {
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("briefingbot-").FullName;
        Settings = SettingsFor(Folder, url);
        Printed = new PrintedLines(Listen);
        _run = Task.Run(() => LocalWeb.RunAsync(Settings, Printed, Clock, _stop.Token));
    }

    public string Folder { get; }

    public ServeSettings Settings { get; }

    public StillClock Clock { get; } = new();

    public PrintedLines Printed { get; }

    public HttpClient Client { get; } = new();

    public Uri Address => _address.Task.Result;

    /// <summary>Starts and waits until the greeting is printed.</summary>
    /// <param name="folder">Kept afterwards; null takes a new one, deleted afterwards.</param>
    public static async Task<ServedPage> StartAsync(string? folder = null)
    {
        var page = new ServedPage(folder, "http://127.0.0.1:0");
        await await Task.WhenAny(page._address.Task, page._run);
        page.Client.BaseAddress = page.Address;
        return page;
    }

    public static ServeSettings SettingsFor(string folder, string url, string library = "default") => new(
        folder, library, new ConfigurationBuilder().AddInMemoryCollection([new("Web:Url", url)]).Build());

    /// <summary>As Ctrl-C does; the exit code.</summary>
    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        return await _run;
    }

    public async Task<JsonElement> AskAsync(string question)
    {
        using var response = await Client.PostAsJsonAsync("/api/ask", new { question }, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return await JsonAsync(response);
    }

    public async Task<JsonElement> GetAsync(string path) => await JsonAsync(await Client.GetAsync(path, TestContext.Current.CancellationToken));

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    /// <summary>Takes a document in while the page runs, as another process would.</summary>
    public Receipt Add(string origin, string text)
    {
        using var services = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddBriefingBot(Settings.Configuration, Folder).BuildServiceProvider();
        using var library = new LibraryCatalog(Folder, Clock).Open("default");
        return services.GetRequiredService<Ingestor>().Ingest(library, new IngestItem(new SourceBytes(origin, Encoding.UTF8.GetBytes(text), Clock.Now)));
    }

    public T Read<T>(Func<LibrarySession, T> work)
    {
        using var library = new LibraryCatalog(Folder, Clock).Open("default");
        return library.Read(work);
    }

    public void Write(Action<LibrarySession> work)
    {
        using var library = new LibraryCatalog(Folder, Clock).Open("default");
        library.Write(work);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Client.Dispose();
        _stop.Dispose();
        if (_ownsFolder) Directory.Delete(Folder, recursive: true);
    }

    // The greeting is flushed when it is whole; its first line names the address.
    private void Listen(IReadOnlyList<string> lines) => _address.TrySetResult(new Uri(lines[0].Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal))));
}

/// <summary>Standard output as lines, telling when it is flushed.</summary>
internal sealed class PrintedLines(Action<IReadOnlyList<string>> flushed) : StringWriter
{
    public IReadOnlyList<string> Lines => ToString().Split('\n').Select(line => line.TrimEnd('\r')).ToList();

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        flushed(Lines);
        return Task.CompletedTask;
    }
}
