using BriefingBot.Core.Chat;
using BriefingBot.Core.Commands.Questions;
using BriefingBot.Core.Commands.Replies;
using BriefingBot.Core.Ingestion.Feeds;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Commands.Feeds;

/// <summary>Items of feeds as they are taken in, shown while a person waits.</summary>
internal sealed class FeedProgressLine(ProgressLine line) : IProgress<FeedStep>
{
    public void Report(FeedStep value) => line.Show(new ChatReply
    {
        Blocks = [new TextBlock($"{value.Done} of {Phrases.Count(value.Known, "item")} taken in · {ReplyWords.Line(value.Feed.Title ?? value.Feed.Link, 100)}", TextTone.Progress)],
    });
}
