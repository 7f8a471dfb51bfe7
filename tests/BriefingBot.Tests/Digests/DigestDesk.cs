using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Digests;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Libraries;
using BriefingBot.Tests.Commands;
using BriefingBot.Tests.Ingestion;

namespace BriefingBot.Tests.Digests;

/// <summary>A library, a clock, a platform and the digests on them.</summary>
internal sealed class DigestDesk : IDisposable
{
    public const string Strike = "About 1,400 dockers stayed away from Port Varran on Monday, the port authority said. Two ferries were turned back before dawn and eleven ships waited in the roads.";

    /// <summary>Six events that have nothing to do with each other.</summary>
    public static readonly string[] Unrelated =
    [
        "Herring shoals returned to the Delta and boats landed 300 tonnes in a week, biologists said.",
        "Tram drivers in Lissa voted for longer pauses between night services after nine months of talks.",
        "The lighthouse lamp of Cape Orlo, cast in 1884, was lit again by museum restorers on Sunday.",
        "Granite quarries above Tamm closed after inspectors found cracked supports in two tunnels.",
        "An opera by Hanne Vass about the great flood opened to cheering crowds and a weeping orchestra.",
        "Late frosts destroyed a third of the apple blossom in the orchards of Ostrel, growers reported.",
    ];

    public static readonly ChatPlace Place = new("test", "guild", "port-desk");

    public IngestionBench Bench { get; } = new();

    public RecordingPlatform Platform { get; } = new();

    public LibraryFile Library => Bench.Library;

    public DateTimeOffset Now { get => Bench.Time.Now; set => Bench.Time.Now = value; }

    public DigestMaker Maker => new(Bench.Time);

    public void Add(string id, string text, string publisher = "Varran Courier", string title = "", string day = "2031-03-06") =>
        Assert.Equal(ReceiptOutcome.Added, Bench.Ingest(Bench.Item(id + ".txt", text) with
        {
            DocumentId = id,
            Given = new DocumentMetadata { Title = title.Length > 0 ? title : id, Publisher = publisher, PublishedOn = DateOnly.Parse(day), PublishedFrom = DateSource.Metadata },
        }).Outcome);

    public DigestSchedule Schedule(string zone = "Europe/Berlin", string time = "07:30", bool empty = false, WhenUnsure unsure = WhenUnsure.Skip, int stories = 8, string? topic = null)
    {
        var schedule = new DigestSchedule
        {
            Id = ShortId.New(),
            Place = Place,
            Time = TimeOnly.Parse(time),
            Zone = zone,
            PostWhenEmpty = empty,
            WhenUnsure = unsure,
            Stories = stories,
            Topic = topic,
            CreatedUtc = Now,
        };
        return Library.Write(session => new ScheduleStore(session).Start(schedule, Now));
    }

    public DigestSchedule Find(DigestSchedule schedule) => Library.Read(session => new ScheduleStore(session).Find(schedule.Id))!;

    public static readonly TimeSpan Late = TimeSpan.FromHours(6);

    public Digest Preview(DigestSchedule? schedule = null) => Maker.Preview(Library, schedule, null, TestContext.Current.CancellationToken).Verified(Library);

    public Digest Post(DigestSchedule? schedule = null) => Maker.Post(Library, schedule, null, TestContext.Current.CancellationToken).Verified(Library);

    public Task TickAsync(Action<string>? faults = null)
    {
        new DigestMaker(Bench.Time) { Faults = faults }.MakeDue(Library, Late, TestContext.Current.CancellationToken);
        var outbox = new DigestOutbox(Bench.Time, new DigestParts(Bench.Time), Late) { Faults = faults };
        return outbox.SendAsync(Library, name => name == Platform.Name ? Platform : null, TestContext.Current.CancellationToken);
    }

    public string Shown(int message) => Platform.Posted[message].Reply.Text();

    public void Dispose()
    {
        DigestCheck.All(Library);
        Bench.Dispose();
    }
}
