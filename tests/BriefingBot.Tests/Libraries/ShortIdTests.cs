using BriefingBot.Core.Libraries;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Libraries;

public sealed class ShortIdTests
{
    [Fact]
    public void A_new_id_is_ten_characters_that_mean_themselves()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => ShortId.New()).ToList();

        Assert.All(ids, id => Assert.Equal(id, ShortId.Normalize(id)));
        Assert.All(ids, id => Assert.Equal(ShortId.Length, id.Length));
        Assert.Equal(1000, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("abcdefgh0k", "ABCDEFGH0K")]
    [InlineData("ABCDEFGHOK", "ABCDEFGH0K")]
    [InlineData(" il234-56789 ", "1123456789")]
    [InlineData("ABCDEFGHJU", null)]
    [InlineData("ABC", null)]
    [InlineData("ABCDEFGHJKM", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void What_a_person_types_is_read_kindly(string? typed, string? id) => Assert.Equal(id, ShortId.Normalize(typed));

    [Fact]
    public void Any_text_is_an_id_or_is_not() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), typed => ShortId.Normalize(typed) is null or { Length: ShortId.Length }).QuickCheckThrowOnFailure();
}
