using FakeDiscord;

var options = new FakeOptions { Port = args is [var port, ..] && int.TryParse(port, out var number) ? number : 5055, Guilds = 1, ChannelsPerGuild = 2 };
await using var server = await FakeDiscordServer.StartAsync(options);
Console.WriteLine($"""
    A Discord of its own. Start the bot with

      Discord__ApiBaseUrl={server.ApiBaseUrl} Discord__Token={options.Token}

    and write to it at http://127.0.0.1:{options.Port}/ (Ctrl+C ends it)
    """);
await server.WaitForShutdownAsync(CancellationToken.None);
