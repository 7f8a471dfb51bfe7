using BriefingBot.Tests.Cli;

namespace BriefingBot.Tests.Llm;

public sealed class ModelCheckTests
{
    [Theory]
    [InlineData(200, true, "answered in")]
    [InlineData(401, false, "refused the key")]
    [InlineData(404, false, "does not know the model")]
    public async Task The_doctor_tries_the_model_and_says_what_is_wrong(int status, bool ok, string said)
    {
        await using var server = new FakeModelServer();
        _ = status == 200 ? server.Answers("ready") : server.Fails(status);
        using var shell = new Shell();
        var config = shell.Write("model.json", $$"""{"Model": {"Endpoint": "{{server.Endpoint}}", "Name": "tiny"} }""");
        var ran = await shell.RunAsync("doctor", "--json", "--config", config);
        var check = ran.Json.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("name").GetString() == "model");
        Assert.Equal(ok, check.GetProperty("ok").GetBoolean());
        Assert.Contains(said, check.GetProperty("detail").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_endpoint_there_is_nothing_to_try()
    {
        using var shell = new Shell();
        var ran = await shell.RunAsync("doctor", "--json");
        Assert.DoesNotContain(ran.Json.GetProperty("checks").EnumerateArray(), c => c.GetProperty("name").GetString() == "model");
    }

    [Theory]
    [InlineData("""{"Model": {"Endpoint": "there", "Name": "tiny"}}""", "Model:Endpoint")]
    [InlineData("""{"Model": {"Endpoint": "http://127.0.0.1:1/v1"}}""", "Model:Name")]
    [InlineData("""{"Model": {"Endpont": "http://127.0.0.1:1/v1"}}""", "Model:Endpont")]
    [InlineData("""{"Model": {"Endpoint": "http://127.0.0.1:1/v1", "Name": "tiny", "ContextTokens": 900}}""", "Model:ContextTokens")]
    public async Task A_bad_setting_stops_the_start_and_is_named(string json, string key)
    {
        using var shell = new Shell();
        var ran = await shell.RunAsync("ask", "anything", "--config", shell.Write("model.json", json));
        Assert.Equal(2, ran.Code);
        Assert.Contains(key, ran.Error, StringComparison.Ordinal);
    }
}
