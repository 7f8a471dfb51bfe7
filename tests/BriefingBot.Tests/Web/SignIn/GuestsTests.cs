using System.Net;
using System.Text.Json;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;

namespace BriefingBot.Tests.Web.SignIn;

/// <summary>Several people at one page: each with a name and a role, and with what is theirs alone.</summary>
public sealed class GuestsTests
{
    private const string Question = "How many dockers walked out at Port Varran?";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_asks_and_neither_adds_nor_removes_and_an_editor_does()
    {
        await using var book = await GuestBook.OpenAsync();
        using var reader = await book.SignedInAsync("Ilse Tamm");
        using var editor = await book.SignedInAsync("Orla Fenwick", DeskRole.Editor);

        var asked = await AnsweredAsync(reader, Question);
        var refused = await AnsweredAsync(reader, "/library remove nothing");
        var tried = await AnsweredAsync(editor, "/library remove nothing");

        Assert.Equal("Ilse Tamm", asked.GetProperty("by").GetString());
        Assert.Equal("answered", asked.GetProperty("answer").GetProperty("status").GetString());
        Assert.Contains("editor", refused.GetProperty("reply").GetRawText(), StringComparison.Ordinal);
        Assert.NotEqual(refused.GetProperty("reply").GetRawText(), tried.GetProperty("reply").GetRawText(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_in_private_is_seen_by_its_asker_alone()
    {
        await using var book = await GuestBook.OpenAsync();
        using var ilse = await book.SignedInAsync("Ilse Tamm");
        using var orla = await book.SignedInAsync("Orla Fenwick");
        using var editor = await book.SignedInAsync("Ed", DeskRole.Editor);
        using var events = await orla.EventsAsync();
        using var seen = new StreamReader(await events.Content.ReadAsStreamAsync(Stop));

        var own = await AnsweredAsync(ilse, $"/ask {Question} private: true");
        var id = own.GetProperty("answer").GetProperty("answerId").GetString()!;
        var open = await AnsweredAsync(ilse, "What is known about soldiers at Port Varran?");

        Assert.True(own.GetProperty("private").GetBoolean());
        foreach (var path in (string[])[$"/api/answers/{id}", $"/api/answers/{id}/memo", $"/api/answers/{id}/citations/1"])
        {
            using var mine = await ilse.GetAsync(path);
            using var theirs = await orla.GetAsync(path);
            using var editors = await editor.GetAsync(path);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.OK), (mine.StatusCode, theirs.StatusCode, editors.StatusCode));
        }

        foreach (var other in (GuestBook.Guest[])[orla, editor]) Assert.DoesNotContain(Ids(await other.JsonAsync("/api/channels/default/exchanges")), shown => shown == own.GetProperty("id").GetString());
        // Up to the open question's answer, nothing of the private one was told to the other page.
        for (string? line = ""; !Tells(line, open.GetProperty("id").GetString()!); line = await seen.ReadLineAsync(Stop)) Assert.DoesNotContain("dockers walked out", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_press_of_a_button_came_to_is_told_to_who_pressed_and_stands_there_afterwards()
    {
        await using var book = await GuestBook.OpenAsync();
        using var ilse = await book.SignedInAsync("Ilse Tamm");
        using var orla = await book.SignedInAsync("Orla Fenwick");
        var exchange = await AnsweredAsync(ilse, Question);
        var (id, answer) = (exchange.GetProperty("id").GetString()!, exchange.GetProperty("answer").GetProperty("answerId").GetString()!);

        await PressedAsync(ilse, id, $"feedback {answer} down");
        await PressedAsync(orla, id, $"export {answer} md");

        Assert.Contains("not a good answer", NoteOf(await ilse.JsonAsync("/api/channels/default/exchanges"), id), StringComparison.Ordinal);
        var exported = NoteOf(await orla.JsonAsync("/api/channels/default/exchanges"), id);
        Assert.Contains($"/api/answers/{answer}/memo?format=md", exported, StringComparison.Ordinal);
        using var memo = await orla.GetAsync($"/api/answers/{answer}/memo?format=md");
        Assert.Equal("attachment", memo.Content.Headers.ContentDisposition!.DispositionType);
        Assert.StartsWith($"# {Question}", await memo.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_of_another_persons_id_gets_nothing_of_theirs()
    {
        await using var book = await GuestBook.OpenAsync();
        using var ilse = await book.SignedInAsync("Ilse Tamm");
        using var mallory = await book.SignedInAsync("Mallory");
        var id = ShortId.New();

        using var first = await ilse.PostAsync("/api/channels/default/requests", new { id, text = Question });
        using var again = await ilse.PostAsync("/api/channels/default/requests", new { id, text = Question });
        using var copied = await mallory.PostAsync("/api/channels/default/requests", new { id, text = "/status" });

        Assert.NotNull((await ServedPage.JsonAsync(first)).GetProperty("exchangeId").GetString());
        Assert.Null((await ServedPage.JsonAsync(again)).GetProperty("exchangeId").GetString());
        Assert.Null((await ServedPage.JsonAsync(copied)).GetProperty("exchangeId").GetString());
    }

    private static async Task PressedAsync(GuestBook.Guest guest, string exchange, string action)
    {
        using var events = await guest.EventsAsync();
        using var response = await guest.PostAsync("/api/channels/default/requests", new { id = ShortId.New(), action, messageId = exchange });
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        using var reader = new StreamReader(await events.Content.ReadAsStreamAsync(Stop));
        while (await reader.ReadLineAsync(Stop) is { } line && line is not "event: note")
        {
        }
    }

    private static async Task<JsonElement> AnsweredAsync(GuestBook.Guest guest, string text)
    {
        using var events = await guest.EventsAsync();
        var id = await guest.AskAsync(text);
        using var reader = new StreamReader(await events.Content.ReadAsStreamAsync(Stop));
        while (await reader.ReadLineAsync(Stop) is { } line && !Tells(line, id))
        {
        }

        return (await guest.JsonAsync("/api/channels/default/exchanges")).GetProperty("exchanges").EnumerateArray().Single(exchange => exchange.GetProperty("id").ValueEquals(id));
    }

    // Whether a line of the events tells that an exchange is answered.
    private static bool Tells(string? line, string id)
    {
        if (line is null) return true;
        if (!line.StartsWith("data: ", StringComparison.Ordinal)) return false;
        var told = JsonDocument.Parse(line["data: ".Length..]).RootElement;
        return told.TryGetProperty("state", out var state) && state.ValueEquals("answered") && told.GetProperty("id").ValueEquals(id);
    }

    private static IEnumerable<string?> Ids(JsonElement conversation) => conversation.GetProperty("exchanges").EnumerateArray().Select(exchange => exchange.GetProperty("id").GetString());

    private static string NoteOf(JsonElement conversation, string id) =>
        conversation.GetProperty("exchanges").EnumerateArray().Single(exchange => exchange.GetProperty("id").ValueEquals(id)).GetProperty("note").GetRawText();
}
