using System.Text;
using Shouldly;
using Whybot.Foundation.Masking;
using Whybot.Intake.Webhooks.Receiving;
using Xunit;

namespace Whybot.Bot.Tests.Intake.Webhooks;

/// <summary>A body is kept byte for byte unless it holds a secret.</summary>
public sealed class MaskedBodyTests
{
    private const string Token = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
    private static readonly ConfiguredSecrets Own = new(["a-secret-of-the-bot"]);

    [Theory]
    [InlineData("{ \"action\" : \"completed\",\n  \"sha\": \"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\", \"title\": \"caf\\u00e9\" }")]
    [InlineData("{\"repository\":{\"full_name\":\"team/a-secret-store\"},\"token\":null}")]
    [InlineData("{\"unfinished\":")]
    [InlineData("")]
    public void Without_a_secret_it_stays_as_it_came(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);

        MaskedBody.Of(body, Own).ShouldBeSameAs(body);
    }

    [Theory]
    [InlineData($"{{\"comment\":{{\"body\":\"see {Token}\"}},\"action\":\"created\"}}")]
    [InlineData($"{{\"comment\":{{\"body\":\"see a-secret-of-the-bot\"}},\"action\":\"created\"}}")]
    [InlineData("{\"env\":[{\"name\":\"DB_PASSWORD\",\"value\":\"hunter22x\"}],\"action\":\"created\"}")]
    [InlineData("{\"payload\":{\"api_key\":\"hunter22x\"},\"action\":\"created\"}")]
    public void A_secret_is_masked_and_the_rest_stays(string json)
    {
        var masked = Encoding.UTF8.GetString(MaskedBody.Of(Encoding.UTF8.GetBytes(json), Own));

        masked.ShouldContain("[redacted]");
        masked.ShouldContain("\"action\":\"created\"");
        foreach (var secret in new[] { Token, "a-secret-of-the-bot", "hunter22x" })
            masked.ShouldNotContain(secret);
    }

    [Fact]
    public void What_GitHub_is_asked_by_is_never_masked()
    {
        var json = $"{{\"repository\":{{\"full_name\":\"team/a-secret-of-the-bot\"}},\"title\":\"{Token}\"}}";

        var masked = Encoding.UTF8.GetString(MaskedBody.Of(Encoding.UTF8.GetBytes(json), Own));

        masked.ShouldBe("{\"repository\":{\"full_name\":\"team/a-secret-of-the-bot\"},\"title\":\"[redacted]\"}");
    }

    [Fact]
    public void What_is_no_JSON_is_masked_as_text() =>
        Encoding.UTF8.GetString(MaskedBody.Of(Encoding.UTF8.GetBytes($"{{\"title\": \"{Token}"), Own)).ShouldBe("{\"title\": \"[redacted]");
}
