using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text.RegularExpressions;
using BriefingBot.Web;

namespace BriefingBot.Tests.Web;

public sealed partial class PageAssetsTests(SamplesPage samples) : IClassFixture<SamplesPage>
{
    public static TheoryData<string> Assets => [.. typeof(LocalWeb).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("web/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Assets))]
    public void No_asset_builds_markup_from_text_or_names_another_host(string asset)
    {
        var text = Read(asset);

        foreach (var way in (string[])["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "createContextualFragment", "srcdoc", "DOMParser"])
            Assert.DoesNotContain(way, text, StringComparison.Ordinal);
        Assert.DoesNotMatch(OtherHost(), text.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_holds_no_inline_script_or_style()
    {
        var page = Read("web/index.html");

        Assert.DoesNotMatch(InlineCode(), page);
        Assert.Equal(page.Split("<script").Length, page.Split("<script type=\"module\" src=\"/").Length);
    }

    [Fact]
    public async Task Everything_the_page_names_is_served_with_its_type()
    {
        var page = await samples.Page.Client.GetStringAsync("/", TestContext.Current.CancellationToken);
        var types = new Dictionary<string, string>(StringComparer.Ordinal) { [".css"] = "text/css", [".js"] = "text/javascript", [".svg"] = "image/svg+xml" };

        var named = Named().Matches(page).Select(match => match.Groups["path"].Value).ToList();
        Assert.NotEmpty(named);
        foreach (var path in named)
        {
            using var response = await samples.Page.Client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(types[Path.GetExtension(path)], response.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task An_asset_that_did_not_change_is_not_sent_twice()
    {
        using var first = await samples.Page.Client.GetAsync("/app.css", TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/app.css");
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));
        using var second = await samples.Page.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_channel_says_what_its_library_holds_and_what_to_ask_first()
    {
        var library = (await samples.Page.GetAsync("/api/channels")).GetProperty("channels")[0];

        Assert.Equal("default", library.GetProperty("name").GetString());
        Assert.Equal(SampleDocuments.Files.Count, library.GetProperty("documents").GetInt32());
        Assert.Equal(SampleDocuments.Files.Count, library.GetProperty("samples").GetInt32());
        Assert.Equal("2026-03-27", library.GetProperty("newest").GetString());
        Assert.Equal(SampleDocuments.Questions, library.GetProperty("examples").EnumerateArray().Select(e => e.GetString()!), StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_process_says_that_it_lives_and_is_ready()
    {
        var health = await samples.Page.GetAsync("/healthz");

        Assert.True(health.GetProperty("live").GetBoolean());
        Assert.True(health.GetProperty("ready").GetBoolean());
    }

    private static string Read(string asset)
    {
        using var stream = typeof(LocalWeb).Assembly.GetManifestResourceStream(asset)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"https?://[a-z]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OtherHost();

    [GeneratedRegex(@"<style|\sstyle=|\son[a-z]+=|javascript:", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex InlineCode();

    [GeneratedRegex("(?:src|href)=\"(?<path>/[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
