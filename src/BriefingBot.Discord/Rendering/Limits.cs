namespace BriefingBot.Discord.Rendering;

/// <summary>What one message of Discord holds ("Create Message", "Embed Limits", "Component Reference").</summary>
internal static class Limits
{
    public const int Content = 2_000;
    public const int EmbedDescription = 4_096;
    public const int EmbedsTogether = 6_000;
    public const int Embeds = 10;
    public const int Rows = 5;
    public const int ButtonsInRow = 5;
    public const int Choices = 25;
    public const int CustomId = 100;
    public const int ButtonLabel = 80;
    public const int ChoiceText = 100;
    public const int Placeholder = 150;
    public const int LinkAddress = 512;
    public const int Files = 10;
    public const int ModalTitle = 45;
}
