using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.SignIn;

/// <summary>Registration and addresses of the sign-in.</summary>
internal static class SignInFeature
{
    public static IServiceCollection AddSignIn(this IServiceCollection services, WebAddress address) => services
        .AddSingleton(address)
        .AddSingleton(provider => provider.GetRequiredService<IOptions<WebOptions>>().Value)
        .AddSingleton<OwnOrigin>()
        .AddSingleton<SessionCookie>()
        .AddSingleton<SignInAttempts>()
        .AddSingleton<SignInGate>()
        .AddSingleton<PageToken>()
        .AddSingleton<SignInEndpoints>();

    public static void MapSignIn(this WebApplication app)
    {
        var endpoints = app.Services.GetRequiredService<SignInEndpoints>();
        app.MapGet("/api/session", (RequestDelegate)endpoints.TellAsync);
        app.MapPost("/api/sign-in", (RequestDelegate)endpoints.SignInAsync);
        app.MapPost("/api/sign-out", (RequestDelegate)endpoints.SignOutAsync);
    }
}
