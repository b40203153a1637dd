using Shouldly;
using Whybot.Analysis.Language.Messages;
using Xunit;

namespace Whybot.Analysis.Tests.Language.Messages;

public sealed class MaskerTests
{
    [Theory]
    [InlineData("took 12.5 s", "took <n> s")]
    [InlineData("id 6f1c9a2e-0f3b-4a6c-9a55-0b1d2c3e4f50 gone", "id <id> gone")]
    [InlineData("at 2026-11-20T09:33:11.146Z", "at <time>")]
    [InlineData("connecting to 10.20.0.83:6379", "connecting to <address>")]
    [InlineData("<Response object at 0x7f3a2b>", "<Response object at <id>>")]
    [InlineData("in /home/runner/work/a/a/tests/x.py", "in <path>/x.py")]
    [InlineData("HTTP 503 from /health", "HTTP 503 from /health")]
    [InlineData("Expected: 201", "Expected: 201")]
    [InlineData("KeyError: 'answer'", "KeyError: 'answer'")]
    public void What_differs_between_occurrences_is_masked_and_what_tells_causes_apart_stays(string text, string masked) =>
        MessageNormalizer.Mask(text).ShouldBe(masked);

    [Theory]
    [InlineData(100_000)]
    public void Long_text_is_masked_without_trouble(int length) =>
        MessageNormalizer.Mask(new string('a', length) + new string('1', length)).Length.ShouldBeLessThanOrEqualTo(2 * length);
}
