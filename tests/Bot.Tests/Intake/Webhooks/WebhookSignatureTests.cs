using System.Text;
using Shouldly;
using Whybot.Intake.Webhooks.Receiving;
using Xunit;

namespace Whybot.Bot.Tests.Intake.Webhooks;

public sealed class WebhookSignatureTests
{
    private const string Secret = "It's a Secret to Everybody";
    private const string Signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("Hello, World!");

    private static bool Holds(string[] secrets, string? header, byte[] body)
    {
        using var check = new WebhookSignature(secrets).Begin(header);
        // In two pieces, as it may arrive.
        check?.Add(body.AsSpan(0, 5));
        check?.Add(body.AsSpan(5));
        return check?.Holds() == true;
    }

    [Fact]
    public void Githubs_own_example_holds() => Holds([Secret], Signature, Body).ShouldBeTrue();

    [Fact]
    public void During_a_rotation_either_secret_holds() => Holds(["new", Secret], Signature, Body).ShouldBeTrue();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha1=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")]
    [InlineData("sha256=zz7107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")]
    [InlineData("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e1")]
    [InlineData("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e1700")]
    [InlineData("sha256=857107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")]
    public void What_is_absent_malformed_or_wrong_does_not(string? header) => Holds([Secret], header, Body).ShouldBeFalse();

    [Fact]
    public void Another_body_does_not() => Holds([Secret], Signature, Encoding.UTF8.GetBytes("Hello, World?")).ShouldBeFalse();

    [Fact]
    public void Without_a_secret_there_is_no_check_to_pass()
    {
        Should.Throw<ArgumentException>(() => new WebhookSignature([]));
        Should.Throw<ArgumentException>(() => new WebhookSignature([" "]));
    }
}
