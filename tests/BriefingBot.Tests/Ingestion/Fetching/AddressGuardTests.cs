using System.Net;
using BriefingBot.Core.Ingestion.Fetching;
using FsCheck;
using FsCheck.Fluent;

namespace BriefingBot.Tests.Ingestion.Fetching;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c")]
    [InlineData("2a00:1450:4001:82b::200e")]
    [InlineData("::ffff:93.184.215.14")]
    [InlineData("64:ff9b::5db8:d70e")]
    public void A_public_address_is_open(string address) => Assert.Null(AddressGuard.Refuse(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.254")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.0.2.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.7")]
    [InlineData("203.0.113.9")]
    [InlineData("224.0.0.1")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::10.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::ffff:0:127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("64:ff9b:1::a00:1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2")]
    [InlineData("2001:2::1")]
    [InlineData("2001:10::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::1")]
    [InlineData("2002:5db8:d70e::1")]
    [InlineData("3fff::1")]
    [InlineData("2a00:1450:4001:82b:0:5efe:7f00:1")]
    [InlineData("5f00::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void A_closed_address_is_refused_with_words(string address)
    {
        Assert.False(string.IsNullOrEmpty(AddressGuard.Refuse(IPAddress.Parse(address))));
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("10.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("fd00::1", false)]
    [InlineData("0.0.0.0", false)]
    public void The_option_opens_loopback_and_nothing_else(string address, bool open) =>
        Assert.Equal(open, AddressGuard.Refuse(IPAddress.Parse(address), allowLoopback: true) is null);

    [Fact]
    public void An_address_carried_in_another_is_judged_as_itself() => Prop.ForAll<uint>(number =>
    {
        var plain = new IPAddress([(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]);
        var translated = new IPAddress([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0, .. plain.GetAddressBytes()]);
        var refused = AddressGuard.Refuse(plain) is null;
        return (AddressGuard.Refuse(plain.MapToIPv6()) is null) == refused && (plain.Equals(IPAddress.Parse("168.63.129.16")) || (AddressGuard.Refuse(translated) is null) == refused);
    }).QuickCheckThrowOnFailure();
}
