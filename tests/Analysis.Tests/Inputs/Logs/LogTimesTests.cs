using Shouldly;
using Whybot.Analysis.Inputs.Logs;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Logs;

public sealed class LogTimesTests
{
    private static (DateTimeOffset First, DateTimeOffset Last)? Of(params string[] lines)
    {
        var times = new LogTimes();
        foreach (var line in lines)
            times.Feed(line);
        return times.Written;
    }

    [Fact]
    public void A_log_was_written_from_its_first_stamp_to_its_last() =>
        Of("no stamp in this line", "2026-11-20T12:00:05.1234567Z make", "2026-11-20T12:07:00.0000000Z Error", "the end of the log")
            .ShouldBe((new DateTimeOffset(2026, 11, 20, 12, 0, 5, TimeSpan.Zero), new DateTimeOffset(2026, 11, 20, 12, 7, 0, TimeSpan.Zero)));

    [Fact]
    public void A_log_without_stamps_has_no_times() => Of("make", "2026-99-20T12:00:05Z what is this", "Error").ShouldBeNull();
}
