using Microsoft.Extensions.Configuration;

namespace BriefingBot;

/// <summary>What <c>serve</c> hands to the host.</summary>
/// <param name="DataDirectory">Full path of the data folder; it may not exist yet.</param>
/// <param name="Library">The library the page opens.</param>
/// <param name="Configuration">Every source of settings, read and validated.</param>
internal sealed record ServeSettings(string DataDirectory, string Library, IConfiguration Configuration);
