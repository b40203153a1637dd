using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shouldly;
using Whybot.Foundation.Logging;
using Whybot.Foundation.Masking;
using Whybot.Hosts.Service.Logging;
using Whybot.Hosts.Settings;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Hosts.Service;

/// <summary>What the log makes of words from outside, before any sink sees them.</summary>
public sealed partial class ServiceLogTests : IDisposable
{
    private const string Token = "ghp_abcdefghijklmnopqrstuvwxyz0123456789";
    private const string Own = "our very own webhook secret";
    private const string Json = "Serilog.Formatting.Json.JsonFormatter, Serilog";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private SettingsSource Settings(params (string Key, string Value)[] given)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Serilog:WriteTo:0:Name"] = "File",
            ["Serilog:WriteTo:0:Args:path"] = Path.Combine(_folder.Path, "log"),
        };
        foreach (var (key, value) in given)
            all[$"Serilog:{key}"] = value;
        return SettingsSource.Of(all);
    }

    /// <summary>The lines that a file sink has after something was logged.</summary>
    private string[] Logged(Action<ILogger> log, params (string Key, string Value)[] given) => Logged("Whybot.Tests", log, given);

    private string[] Logged(string category, Action<ILogger> log, params (string Key, string Value)[] given)
    {
        using (var services = new ServiceCollection().AddServiceLog(Settings(given)).AddSingleton(new ConfiguredSecrets([Own])).BuildServiceProvider())
            log(services.GetRequiredService<ILoggerFactory>().CreateLogger(category));
        return File.Exists(Path.Combine(_folder.Path, "log")) ? File.ReadAllLines(Path.Combine(_folder.Path, "log")) : [];
    }

    private static Exception Thrown(string message)
    {
        try
        {
            throw new InvalidOperationException(message);
        }
        catch (InvalidOperationException failure)
        {
            return failure;
        }
    }

    [Theory]
    [InlineData("a\r\n2026-11-29 00:00:00 INF all is well", "a  2026-11-29")]
    [InlineData("\u001b[31mred\u001b[0m \u202Etxet \u2028 next", "red txet")]
    [InlineData($"git clone https://x:{Token}@github.com/a/b", "[redacted]")]
    [InlineData($"it was {Own}, was it not", "it was [redacted], was it not")]
    public void Words_from_outside_stay_words_on_one_line_without_secrets(string words, string shown)
    {
        var lines = Logged(log => Says(log, words), ("WriteTo:0:Args:outputTemplate", "{Level:u3} {Message:lj}{NewLine}"));

        var line = lines.ShouldHaveSingleItem();
        line.ShouldStartWith("INF Heard: ");
        line.Replace("\u200B", "").ShouldContain(shown.Replace("  ", " "), customMessage: line);
        line.ShouldNotContain(Token);
        line.ShouldNotContain(Own);
        line.ShouldAllBe(c => !char.IsControl(c) && c != '\u202E' && c != '\u2028');
    }

    [Fact]
    public void What_is_in_records_lists_and_addresses_is_masked_too()
    {
        string[] words = [Token, "x\ny"];
        var address = new Uri($"https://x:{Token}@host/");
        var lines = Logged(log =>
        {
            Lists(log, words);
            Asks(log, address);
        }, ("WriteTo:0:Args:formatter", Json));

        lines.Length.ShouldBe(2);
        lines.ShouldAllBe(l => !l.Contains(Token) && !l.Contains("\\n"));
    }

    [Fact]
    public void An_exception_is_masked_and_its_lines_cannot_be_taken_for_entries()
    {
        var lines = Logged(log => Fails(log, Thrown($"no {Token}\n2026-11-29 00:00:00 INF all is well")),
            ("WriteTo:0:Args:outputTemplate", "{Level:u3} {Message:lj}{NewLine}{Exception}"));

        lines[0].ShouldBe("ERR It failed");
        lines.Length.ShouldBeGreaterThan(2);
        lines.Skip(1).ShouldAllBe(l => l.StartsWith("    ", StringComparison.Ordinal));
        lines[1].ShouldStartWith("    System.InvalidOperationException: no [redacted]");
        lines.ShouldContain(l => l.Contains("ServiceLogTests.Thrown"));
    }

    [Fact]
    public void As_JSON_each_entry_is_one_line_with_what_its_scopes_say()
    {
        var lines = Logged(log =>
        {
            using (LogScopes.Job(log, "explain:ff", "team/shop", "d-1"))
            using (LogScopes.Run(log, 7))
            {
                Says(log, "one");
                Fails(log, Thrown("a\nb"));
            }
            Says(log, "two");
        }, ("WriteTo:0:Args:formatter", Json));

        lines.Length.ShouldBe(3);
        foreach (var line in lines.Take(2))
        {
            var properties = JsonDocument.Parse(line).RootElement.GetProperty("Properties");
            (properties.GetProperty("Job").GetString(), properties.GetProperty("Repository").GetString(), properties.GetProperty("Delivery").GetString(),
                properties.GetProperty("Run").GetInt64())
                .ShouldBe(("explain:ff", "team/shop", "d-1", 7));
        }
        JsonDocument.Parse(lines[2]).RootElement.GetProperty("Properties").TryGetProperty("Job", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Whybot.Tests", "Information", 1)]
    [InlineData("Whybot.Tests", "warning", 0)]
    [InlineData("Loud.Part", "Information", 0)]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics", "Verbose", 0)]
    public void Levels_are_those_of_the_settings_but_the_frameworks_own_entries_of_requests_stay_out(string category, string level, int entries) =>
        Logged(category, log => Says(log, "x"), ("MinimumLevel:Default", level), ("MinimumLevel:Override:Loud", "Error")).Length.ShouldBe(entries);

    [Fact]
    public void What_Serilog_refuses_is_told_in_a_line()
    {
        ServiceLog.Problem(Settings()).ShouldBeNull();
        var refused = Should.Throw<OptionsValidationException>(() => Logged(log => Says(log, "x"), ("Using:0", "No.Such.Sink")));
        refused.Message.ShouldStartWith("Serilog: ");
        refused.Message.ShouldContain("No.Such.Sink");
        ServiceLog.Problem(Settings(("Using:0", "No.Such.Sink"))).ShouldBe(refused.Message);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Heard: {Words}")]
    private static partial void Says(ILogger logger, string words);

    [LoggerMessage(Level = LogLevel.Information, Message = "Listed: {Words}")]
    private static partial void Lists(ILogger logger, IReadOnlyList<string> words);

    [LoggerMessage(Level = LogLevel.Information, Message = "Asked: {Address}")]
    private static partial void Asks(ILogger logger, Uri address);

    [LoggerMessage(Level = LogLevel.Error, Message = "It failed")]
    private static partial void Fails(ILogger logger, Exception failure);
}
