using BriefingBot.Core.Briefing;
using BriefingBot.Core.Retrieval;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Tests.Briefing;

public sealed class RegistrationTests
{
    [Fact]
    public void A_briefer_comes_out_of_the_container_with_constants_from_the_configuration()
    {
        using var provider = Provider(("Briefing:FactQuotes", "2"), ("Retrieval:AliasWeight", "0.3"));

        Assert.NotNull(provider.GetRequiredService<Briefer>());
        Assert.Equal(2, provider.GetRequiredService<IOptions<BriefingOptions>>().Value.FactQuotes);
        Assert.Equal(.3, provider.GetRequiredService<IOptions<RetrievalOptions>>().Value.AliasWeight);
    }

    [Theory]
    [InlineData("Briefing:FactQuotes", "0")]
    [InlineData("Retrieval:PassageShare", "1.5")]
    public void A_bad_value_names_its_key(string key, string value)
    {
        using var provider = Provider((key, value));

        var fault = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<Briefer>());
        Assert.Contains(key, fault.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Provider(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build())
        .AddSingleton(TimeProvider.System)
        .AddRetrieval()
        .AddBriefing()
        .BuildServiceProvider();
}
