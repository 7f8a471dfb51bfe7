using BriefingBot.Core.Retrieval;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Briefing;

/// <summary>Registration of briefing.</summary>
public static class BriefingFeature
{
    /// <summary>Adds <see cref="Briefer"/>, its constants bound from <c>Briefing:*</c> and checked at start. Needs <c>AddRetrieval</c>.</summary>
    public static IServiceCollection AddBriefing(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<BriefingOptions>()
            .BindConfiguration("Briefing")
            .Validate(o => o.Passages is >= 1 and <= 200, "Briefing:Passages must lie between 1 and 200.")
            .Validate(o => o.Voters >= 1, "Briefing:Voters must be at least 1.")
            .Validate(o => o.FactQuotes is >= 1 and <= 20, "Briefing:FactQuotes must lie between 1 and 20.")
            .Validate(o => o.AccountQuotes is >= 1 and <= 20, "Briefing:AccountQuotes must lie between 1 and 20.")
            .Validate(o => o.DoubtBelow >= o.RefuseBelow, "Briefing:DoubtBelow must not be below Briefing:RefuseBelow.");
        services.AddSingleton(p => new Briefer(p.GetRequiredService<Retriever>(), p.GetRequiredService<IOptions<BriefingOptions>>().Value, p.GetRequiredService<TimeProvider>()));
        return services;
    }
}
