namespace BriefingBot.Web.SignIn;

/// <param name="Token">To be sent back with every change.</param>
/// <param name="Person">Who one is; null for one who has yet to sign in.</param>
internal sealed record SessionDocument(string Token, PersonDocument? Person);

/// <param name="Name">Null for the operator, who does not sign in.</param>
/// <param name="Role">"reader", "contributor" or "editor".</param>
internal sealed record PersonDocument(string? Name, string Role);

/// <param name="Code">The secret of the link.</param>
internal sealed record SignInDocument(string? Code);
