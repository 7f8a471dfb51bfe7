using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot;

/// <summary>What <c>serve</c> hands to the host.</summary>
/// <param name="DataDirectory">Full path of the data folder; it may not exist yet.</param>
/// <param name="Library">The library the page opens.</param>
/// <param name="Configuration">Every source of settings, read and validated.</param>
internal sealed record ServeSettings(string DataDirectory, string Library, IConfiguration Configuration)
{
    /// <summary>Services besides the product's own, such as a test's; null for none.</summary>
    public Action<IServiceCollection>? More { get; init; }
}
