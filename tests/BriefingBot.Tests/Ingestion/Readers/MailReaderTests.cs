using System.Text;
using BriefingBot.Core.Ingestion;
using BriefingBot.Core.Ingestion.Readers;
using BriefingBot.Core.Ingestion.Readers.Mail;
using BriefingBot.Core.Libraries;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Ingestion.Readers;

public sealed class MailReaderTests
{
    private const string Head = "From: \"Varran Courier\" <desk@courier.example>\nDate: Wed, 5 Mar 2031 08:30:00 +0200 (EET)\nSubject: =?utf-8?Q?Kr=C3=A4ne_?=\n =?utf-8?B?c3RlaGVu?=\nMIME-Version: 1.0\n";

    [Fact]
    public void A_plain_mail_is_read_with_its_sender_subject_and_instant()
    {
        var read = Read(Head + "Content-Type: text/plain; charset=\"iso-8859-1\"\nContent-Transfer-Encoding: quoted-printable\n\nThe cranes of Port Varran stood still on Mon=\nday, wrote Kr=FCger.\n\n> quoted of old\n\n-- \nDesk, Varran Courier\n");

        Assert.Equal("The cranes of Port Varran stood still on Monday, wrote Krüger.", read.Text);
        Assert.Equal(("Kräne stehen", "Varran Courier", new DateOnly(2031, 3, 5), DateSource.Metadata), (read.Metadata.Title, read.Metadata.Byline, read.Metadata.PublishedOn, read.Metadata.PublishedFrom));
        Assert.Equal(new DateTimeOffset(2031, 3, 5, 6, 30, 0, TimeSpan.Zero), read.Metadata.PublishedUtc);
    }

    [Fact]
    public void A_newsletter_is_its_page_and_its_sender_the_publisher()
    {
        var html = Convert.ToBase64String(Encoding.UTF8.GetBytes("<html><body><p>The cranes of Port Varran stood still on Monday after the quays were closed to ships.</p><p>Nobody on the quay could say how long that would last, the pilots least of all.</p></body></html>"), Base64FormattingOptions.InsertLineBreaks);
        var read = Read(Head + "List-Unsubscribe: <mailto:off@courier.example>\nContent-Type: multipart/alternative; boundary=\"b 1\"\n\nThis is MIME.\n--b 1\nContent-Type: text/plain\n\nOpen in a browser.\n--b 1\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + html + "\n--b 1--\n");

        Assert.Contains("after the quays were closed to ships.", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("browser", read.Text, StringComparison.Ordinal);
        Assert.Equal(("Varran Courier", (string?)null), (read.Metadata.Publisher, read.Metadata.Byline));
    }

    [Fact]
    public void Attachments_are_not_its_text()
    {
        var read = Read(Head + "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nThe cranes stood still on Monday.\n--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nSecret list.\n--x--\n");

        Assert.Equal("The cranes stood still on Monday.", read.Text);
    }

    [Theory]
    [InlineData("From: the quay one could see it all\n\nThe text.")]
    [InlineData("Published: today\nBy: Ana\n\nThe text of the article.")]
    [InlineData("The cranes stood still.\nFrom: a\nDate: b\nSubject: c\n")]
    public void A_text_that_only_begins_like_a_mail_is_none(string text) => Assert.False(new MailReader().CanRead(Source(text)));

    [Fact]
    public void Parts_nested_without_end_are_passed_over()
    {
        var mail = new StringBuilder(Head);
        for (var i = 0; i < 2000; i++) mail.Append("Content-Type: multipart/mixed; boundary=b").Append(i).Append("\n\n--b").Append(i).Append('\n');

        Assert.Throws<UnreadableException>(() => new MailReader().Read(Source(mail.ToString())));
    }

    [Fact]
    public void What_was_encoded_is_decoded() => Prop.ForAll<byte[]>(bytes =>
    {
        bytes ??= [];
        var quoted = string.Concat(bytes.Select(b => $"={b:X2}"));
        return TransferEncoding.Base64(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks)).SequenceEqual(bytes) && TransferEncoding.QuotedPrintable(quoted).SequenceEqual(bytes);
    }).QuickCheckThrowOnFailure();

    private static ReadText Read(string mail)
    {
        var source = Source(mail);
        Assert.IsType<MailReader>(DocumentReaders.All.First(r => r.CanRead(source)));
        return new MailReader().Read(source);
    }

    private static SourceBytes Source(string mail) => new("letter.eml", Encoding.UTF8.GetBytes(mail), new DateTimeOffset(2031, 3, 6, 9, 0, 0, TimeSpan.Zero));
}
