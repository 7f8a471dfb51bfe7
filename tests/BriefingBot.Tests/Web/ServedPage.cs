using System.Net;
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

    private ServedPage(string? folder, string url, (string Key, string Value)[] settings)
    {
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("briefingbot-").FullName;
        Settings = SettingsFor(Folder, url, settings: settings);
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
    /// <param name="settings">More settings.</param>
    public static async Task<ServedPage> StartAsync(string? folder = null, params (string Key, string Value)[] settings)
    {
        var page = new ServedPage(folder, "http://127.0.0.1:0", settings);
        await await Task.WhenAny(page._address.Task, page._run);
        page.Client.BaseAddress = page.Address;
        page.Client.DefaultRequestHeaders.Add(PageToken.Header, (await page.GetAsync("/api/session")).GetProperty("token").GetString());
        return page;
    }

    public static ServeSettings SettingsFor(string folder, string url, string library = "default", params (string Key, string Value)[] settings) => new(
        folder, library, new ConfigurationBuilder().AddInMemoryCollection([new("Web:Url", url), .. settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))]).Build());

    /// <summary>As Ctrl-C does; the exit code.</summary>
    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        return await _run;
    }

    /// <summary>The answer to a question.</summary>
    public async Task<JsonElement> AskAsync(string question) => (await SayAsync(question)).GetProperty("answer");

    /// <summary>Says something in the channel and follows its events until it is replied to; the exchange as a page loaded afterwards has it.</summary>
    public async Task<JsonElement> SayAsync(string text, string? repliesTo = null)
    {
        var stop = TestContext.Current.CancellationToken;
        using var events = await Client.GetAsync("/api/channels/default/events", HttpCompletionOption.ResponseHeadersRead, stop);
        using var response = await PostAsync(text, repliesTo);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var id = (await JsonAsync(response)).GetProperty("exchangeId").GetString()!;
        using var reader = new StreamReader(await events.Content.ReadAsStreamAsync(stop));
        while (await reader.ReadLineAsync(stop) is { } line)
        {
            if (!line.StartsWith("data: ", StringComparison.Ordinal)) continue;
            var exchange = JsonDocument.Parse(line["data: ".Length..]).RootElement;
            if (exchange.TryGetProperty("state", out var state) && state.GetString() is "answered" && exchange.GetProperty("id").ValueEquals(id)) break;
        }

        return await ExchangeAsync(id);
    }

    /// <summary>Says something and waits for no reply.</summary>
    public Task<HttpResponseMessage> PostAsync(string? text, string? repliesTo = null) =>
        Client.PostAsJsonAsync("/api/channels/default/requests", new { id = ShortId.New(), text, repliesTo }, TestContext.Current.CancellationToken);

    /// <summary>An exchange of the channel as a page that is loaded now has it.</summary>
    public async Task<JsonElement> ExchangeAsync(string id) =>
        (await GetAsync("/api/channels/default/exchanges")).GetProperty("exchanges").EnumerateArray().Single(exchange => exchange.GetProperty("id").ValueEquals(id));

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
    private void Listen(IReadOnlyList<string> lines) => _address.TrySetResult(new Uri(lines[0].Split(' ').Last(word => word.StartsWith("http", StringComparison.Ordinal))));
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
