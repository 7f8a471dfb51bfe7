using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BriefingBot.Cli.Rendering;
using BriefingBot.Core.Index;
using BriefingBot.Core.Libraries;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Cli;

/// <summary>One run of a verb: its arguments, its streams, and the services it asks for. Nothing is built before it is asked for.</summary>
internal sealed class VerbRun : IAsyncDisposable
{
    private readonly ParseResult _parsed;
    private readonly CancellationToken _stop;
    private readonly Lazy<IConfigurationRoot> _configuration;
    private readonly Lazy<ServiceProvider> _services;
    private readonly List<LibraryFile> _open = [];

    public VerbRun(ParseResult parsed, Terminal terminal, TimeProvider time, CancellationToken stop)
    {
        _parsed = parsed;
        _stop = stop;
        Terminal = terminal;
        Time = time;
        _configuration = new(() => Settings.Read(parsed.GetValue(GlobalOptions.Config)));
        _services = new(BuildServices);
    }

    public Terminal Terminal { get; }

    public TimeProvider Time { get; }

    public IConfigurationRoot Configuration => _configuration.Value;

    public bool Json => _parsed.GetResult(GlobalOptions.Json) is { Implicit: false };

    /// <exception cref="UsageException"><c>--library</c> names what no library can be called</exception>
    public string LibraryName
    {
        get
        {
            var name = _parsed.GetValue(GlobalOptions.Library)!;
            return Core.Libraries.LibraryName.IsValid(name)
                ? name
                : throw new UsageException($"--library: no library can be called \"{name}\"; its name is up to {Core.Libraries.LibraryName.MaxLength} lower-case letters, digits, - and _");
        }
    }

    public string DataDirectory => Path.GetFullPath(_parsed.GetValue(GlobalOptions.Data) ?? Configuration["Data"] ?? "data");

    public LibraryCatalog Catalog => Get<LibraryCatalog>();

    public T? Value<T>(Option<T> option) => _parsed.GetValue(option);

    public T Value<T>(Argument<T> argument) => _parsed.GetValue(argument)!;

    public bool Has(Option<bool> flag) => _parsed.GetResult(flag) is { Implicit: false };

    public T Get<T>() where T : notnull => _services.Value.GetRequiredService<T>();

    /// <summary>Reads and validates every setting, so that a bad value stops the verb before it does anything.</summary>
    public void CheckSettings() => _ = _services.Value;

    /// <summary>The library named by <c>--library</c>, which must exist. Closed at the end of the run.</summary>
    public LibraryFile OpenLibrary() => Ready(Catalog.Open(LibraryName));

    /// <summary>The library named by <c>--library</c>, made if it is not there.</summary>
    public LibraryFile OpenOrCreateLibrary() => Ready(Catalog.OpenOrCreate(LibraryName));

    public LibraryFile Keep(LibraryFile library)
    {
        _open.Add(library);
        return library;
    }

    // A library from another version may have to be indexed again first; what is done stays done when that is interrupted.
    private LibraryFile Ready(LibraryFile library)
    {
        Keep(library);
        using var progress = new ProgressLine(Terminal, Time, "texts indexed again");
        IndexBuild.EnsureCurrent(library, new CountRelay(progress, Terminal.Progress ? library.Read(session => new DocumentStore(session).Count()) : null), _stop);
        return library;
    }

    /// <summary>Standard output for a person.</summary>
    public Page Page() => new(Terminal);

    /// <summary>The one JSON document of the run.</summary>
    public void WriteJson<T>(T document, JsonTypeInfo<T> type) => Terminal.Out.WriteLine(JsonSerializer.Serialize(document, type));

    public async ValueTask DisposeAsync()
    {
        foreach (var library in _open) library.Dispose();
        if (_services.IsValueCreated) await _services.Value.DisposeAsync();
    }

    private ServiceProvider BuildServices()
    {
        var services = new ServiceCollection();
        services.AddSingleton(Time);
        services.AddBriefingBot(Configuration, DataDirectory);
        var provider = services.BuildServiceProvider();
        try
        {
            provider.GetService<IStartupValidator>()?.Validate();
        }
        catch (InvalidOperationException fault)
        {
            // The binder's own words for a value of the wrong type; they name the key.
            throw new UsageException(fault.Message.TrimEnd('.'), fault);
        }

        return provider;
    }
}
