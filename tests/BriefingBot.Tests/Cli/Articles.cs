namespace BriefingBot.Tests.Cli;

/// <summary>A few documents about a port that does not exist.</summary>
internal static class Articles
{
    public const string Walkout = """
        Walkout empties Port Varran

        About 1,400 of the port's 2,100 dockers stayed away on Monday. Talks between the union and the port authority broke off late on Sunday.
        Two ferries were turned back before dawn. The harbour master, Ilse Brandt, said the northern basin would stay closed until Thursday.

        Published in Varran Courier, March 3rd, 2031
        """;

    public const string Turnout = """
        Union claims record turnout

        The union put the number of dockers who stayed away at 1,900. The ministry declined to comment on the walkout at Port Varran.
        A mediator will be named by Thursday, the ministry said in a letter to both sides.

        Published in Lissa Wire, March 4th, 2031
        """;

    public static async Task<Shell> AddedAsync(Shell shell)
    {
        shell.Write("articles/turnout.txt", Turnout);
        shell.Write("articles/walkout.txt", Walkout);
        var ran = await shell.RunAsync("add", shell.PathOf("articles"));
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        return shell;
    }
}
