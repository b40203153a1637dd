using Shouldly;
using Whybot.Analysis.Inputs.Logs;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Logs;

public sealed class PlatformLogScannerTests
{
    private static PlatformLog Scan(string log)
    {
        var scanner = new LogScanner("logs/web.log", []);
        foreach (var line in log.Split('\n'))
            scanner.Feed(line);
        return scanner.Platform.ShouldNotBeNull();
    }

    [Fact]
    public void Events_that_say_the_same_are_counted_as_one_with_their_times()
    {
        var logged = Scan("2026-11-20 09:33:11,146 ERROR web answered in 12 ms\n2026-11-20 09:33:12,000 ERROR web answered in 99 ms")
            .Events.ShouldHaveSingleItem();

        logged.Count.ShouldBe(2);
        logged.Level.ShouldBe(LogLevel.Error);
        logged.Times.ShouldBe([new DateTime(2026, 11, 20, 9, 33, 11, 146), new DateTime(2026, 11, 20, 9, 33, 12)]);
        (logged.Line, logged.Message).ShouldBe((1, "web answered in 12 ms"));
    }

    [Fact]
    public void A_stack_belongs_to_the_event_before_it_and_the_last_exception_says_most()
    {
        var logged = Scan("2026-11-20 09:33:11,871 ERROR web Error handling request\nTraceback (most recent call last):\n  File \"/srv/shop/ws/session.py\", "
            + "line 27, in handle\n    x()\nOSError: refused\n\nDuring handling of the above exception, another exception occurred:\nredis.ConnectionError: "
            + "Error 111 connecting").Events.ShouldHaveSingleItem();

        logged.Words.ShouldBe("redis.ConnectionError: Error 111 connecting");
        logged.ExceptionLine.ShouldBe(8);
        logged.Frames.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Path.ShouldBe("shop/ws/session.py"), f => f.Line.ShouldBe(27));
    }

    [Fact]
    public void A_stack_without_a_stamp_is_an_error_of_its_own() =>
        Scan("2026-11-20 09:33:11,871 INFO web listening\nTraceback (most recent call last):\nSettingsError: KEY is required").Events.Single(e => e.Bad)
            .Words.ShouldBe("SettingsError: KEY is required");

    [Fact]
    public void Node_prints_its_last_error_without_a_stamp() =>
        Scan("node:internal/modules/cjs/loader:1210\n  throw err;\n  ^\nError: Cannot find module './x'\nRequire stack:\n    at Module.load "
            + "(node:internal/modules/cjs/loader:1266:32)").Events.Single(e => e.Bad).Words.ShouldBe("Error: Cannot find module './x'");

    [Fact]
    public void Json_lines_are_read_by_the_names_that_loggers_use() =>
        Scan("{\"at\":\"2026-11-20T09:35:17.538Z\",\"level\":\"error\",\"message\":\"no such table: "
            + "a\"}\n{\"time\":1,\"level\":50,\"msg\":\"pino\"}\n{\"level\":\"info\",\"message\":\"listening\"}")
            .Events.Select(e => (e.Level, e.Message)).ShouldBe([(LogLevel.Error, "no such table: a"), (LogLevel.Error, "pino"), (LogLevel.Info, "listening")]);

    [Fact]
    public void A_long_log_of_different_lines_is_held_in_bounded_memory()
    {
        var scanner = new LogScanner("logs/web.log", []);
        for (var i = 0; i < 50_000; i++)
            scanner.Feed($"2026-11-20 09:33:11,146 INFO "
                + $"word{(char)('a' + i % 26)}{(char)('a' + i / 26 % 26)}{(char)('a' + i / 676 % 26)}{(char)('a' + i / 17576)} happened");

        scanner.Platform!.Lines.ShouldBe(50_000);
        scanner.Platform.Events.Count.ShouldBeLessThanOrEqualTo(4000);
    }

    [Theory]
    [InlineData("{\"unfinished\": ")]
    [InlineData("{\"message\": \"\\ud800\"}")]
    [InlineData("[[[[[[[[")]
    [InlineData("\u0000\u0001\u001b[31m")]
    public void Lines_of_no_known_form_are_no_error_and_it_is_said_that_nothing_of_them_is_used(string line)
    {
        var scanner = new LogScanner("logs/web.log", []);
        scanner.Feed(line);

        (scanner.Platform, scanner.Job).ShouldBe((null, null));
        scanner.Unused.ShouldNotBeNull().ShouldContain("not a log that is known");
        Scan($"{line}\n2026-11-20 09:33:11,146 INFO web listening").Events.ShouldAllBe(e => !e.Bad);
    }
}
