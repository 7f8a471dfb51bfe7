using FakeDiscord;

var options = new FakeOptions { Port = args is [var port, ..] && int.TryParse(port, out var number) ? number : 5055, ChannelsPerGuild = 2, Owner = Page.Person };
await using var server = await FakeDiscordServer.StartAsync(options);
Console.WriteLine($"""
    A Discord of its own, at http://127.0.0.1:{options.Port}/ (Ctrl+C ends it). Connect the bot to it with

      export BRIEFINGBOT_Discord__ApiBaseUrl={server.ApiBaseUrl}
      export BRIEFINGBOT_Discord__Token={options.Token}

    Its one server has the id {server.World.Guilds.Keys.First()}, and you own it.
    """);
await server.WaitForShutdownAsync(CancellationToken.None);
