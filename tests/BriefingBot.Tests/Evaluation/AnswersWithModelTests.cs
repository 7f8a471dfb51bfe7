using BriefingBot.Tests.Cli;
using BriefingBot.Tests.Llm;

namespace BriefingBot.Tests.Evaluation;

/// <summary><c>eval answers --model</c> over a fixture, with a model behind a socket that writes what it is told.</summary>
public sealed class AnswersWithModelTests : IDisposable
{
    private readonly Shell _shell = new();

    [Fact]
    public async Task The_models_sentences_are_measured_like_quotes()
    {
        await using var server = new FakeModelServer();
        server.Says("The lamp of the outer beacon was lit again on 4 May. [1]\n");
        var set = Directory.CreateDirectory(_shell.PathOf("set")).FullName;
        await File.WriteAllTextAsync(Path.Combine(set, "corpus.jsonl"), """
            {"_id":"beacon","title":"The beacon","text":"The lamp of the outer beacon was lit again on 4 May. Orla Fenwick, the keeper, climbed the tower with the new lens."}
            {"_id":"herring","title":"Herring","text":"Fishing boats landed 300 tonnes of herring in a week. Biologists expect the shoals to stay in the delta."}
            """, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(set, "questions.jsonl"), """
            {"_id":"q1","text":"When was the lamp of the outer beacon lit again?","answers":["4 May"],"documents":["beacon"],"answerable":true}
            {"_id":"q2","text":"Who founded Quillmark Zeppelins?","answers":[],"documents":[],"answerable":false}
            """, TestContext.Current.CancellationToken);
        var config = _shell.Write("model.json", $$"""{"Model": {"Endpoint": "{{server.Endpoint}}", "Name": "tiny"} }""");

        var ran = await _shell.RunAsync("eval", "answers", set, "--model", "--config", config, "--json", "--per-item", _shell.PathOf("items.jsonl"));

        Assert.Equal(0, ran.Code);
        Assert.Equal((1.0, 1.0), (ran.Json.GetProperty("answerInFirst").GetDouble(), ran.Json.GetProperty("citationsVerbatim").GetDouble()));
        // What the library does not hold never reaches the model.
        Assert.Equal(1, server.Asked);
    }

    [Fact]
    public async Task Without_a_model_the_option_is_refused()
    {
        var ran = await _shell.RunAsync("eval", "answers", _shell.PathOf("set"), "--model");
        Assert.Equal(2, ran.Code);
        Assert.Contains("Model:Endpoint", ran.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _shell.Dispose();
}
