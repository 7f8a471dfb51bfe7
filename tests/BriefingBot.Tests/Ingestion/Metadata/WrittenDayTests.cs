using BriefingBot.Core.Ingestion.Metadata;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Ingestion.Metadata;

public sealed class WrittenDayTests
{
    [Theory]
    [InlineData("2031-03-03", "2031-03-03", null)]
    [InlineData("2031-03-03T23:40:00+02:00", "2031-03-03", "2031-03-03T21:40:00Z")]
    [InlineData("2031-03-03T23:40-0500", "2031-03-03", "2031-03-04T04:40:00Z")]
    [InlineData("2031-03-03T23:40:00.123Z", "2031-03-03", "2031-03-03T23:40:00Z")]
    [InlineData("2031-03-03 23:40:00", "2031-03-03", null)]
    [InlineData("2031/3/3", "2031-03-03", null)]
    [InlineData("20310303", "2031-03-03", null)]
    [InlineData("Mon, 03 Mar 2031 23:40:00 GMT", "2031-03-03", "2031-03-03T23:40:00Z")]
    [InlineData("3 March 2031", "2031-03-03", null)]
    [InlineData("March 3rd, 2031 at 10:15", "2031-03-03", null)]
    [InlineData("1930280400", "2031-03-03", "2031-03-03T05:00:00Z")]
    [InlineData("1930280400000", "2031-03-03", "2031-03-03T05:00:00Z")]
    public void A_day_is_read_as_it_was_written(string text, string day, string? instant)
    {
        var read = WrittenDay.Parse(text);
        Assert.Equal(DateOnly.Parse(day), read?.Day);
        Assert.Equal(instant is null ? null : DateTimeOffset.Parse(instant), read?.InstantUtc);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday at noon")]
    [InlineData("March 2031")]
    [InlineData("3 March, Monday")]
    [InlineData("2031-02-30")]
    [InlineData("2031-13-01")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("03/04/2031")]
    [InlineData("{{ page.date }}")]
    public void Less_than_a_day_of_the_calendar_is_nothing(string? text) => Assert.Null(WrittenDay.Parse(text));

    [Fact]
    public void Any_text_is_read_without_a_fault() => Prop.ForAll(Gen.Elements("20", "31", "-", "/", ":", "T", "Z", "+", "0", "99", "Mar", " ", ".", "9999", "12").ListOf().Select(parts => string.Concat(parts)).ToArbitrary(), text =>
        WrittenDay.Parse(text) is not { InstantUtc: { } instant } || instant.Offset == TimeSpan.Zero).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("https://courier.example/2031/03/09/storm", "2031-03-09")]
    [InlineData("https://courier.example/news/2031-03-09-storm.html", "2031-03-09")]
    [InlineData("https://courier.example/world/2031/mar/09/storm", "2031-03-09")]
    [InlineData("https://courier.example/20310309/storm", "2031-03-09")]
    [InlineData("https://courier.example/2031/03/storm", null)]
    [InlineData("https://courier.example/article/20319999", null)]
    [InlineData("not an address", null)]
    public void An_address_may_hold_a_day(string url, string? day) => Assert.Equal(day is null ? null : DateOnly.Parse(day), UrlDay.Find(url));
}
