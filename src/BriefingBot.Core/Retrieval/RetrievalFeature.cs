using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Retrieval;

/// <summary>Registration of retrieval.</summary>
public static class RetrievalFeature
{
    /// <summary>Adds <see cref="Retriever"/>, its weights bound from <c>Retrieval:*</c> and checked at start.</summary>
    public static IServiceCollection AddRetrieval(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<RetrievalOptions>()
            .BindConfiguration("Retrieval")
            .Validate(o => o.PassageShare is >= 0 and <= 1, "Retrieval:PassageShare must lie between 0 and 1.")
            .Validate(o => o.AliasWeight is >= 0 and <= 1, "Retrieval:AliasWeight must lie between 0 and 1.")
            .Validate(o => o.TimeBoost is >= 0 and <= 10, "Retrieval:TimeBoost must lie between 0 and 10.")
            .Validate(o => o.TimeScaleDays > 0, "Retrieval:TimeScaleDays must be above 0.")
            .Validate(o => o.Candidates is >= 20 and <= 10_000, "Retrieval:Candidates must lie between 20 and 10000.")
            .Validate(o => o.MaxTerms is >= 1 and <= 500, "Retrieval:MaxTerms must lie between 1 and 500.")
            .Validate(o => o is { PassagesPerDocument: >= 1, DiverseTop: >= 1 }, "Retrieval:PassagesPerDocument and Retrieval:DiverseTop must be at least 1.");
        services.AddSingleton(p => new Retriever(p.GetRequiredService<IOptions<RetrievalOptions>>().Value));
        return services;
    }
}
