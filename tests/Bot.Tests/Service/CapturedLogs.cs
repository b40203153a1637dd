using System.Collections.Concurrent;
using System.Globalization;
using Serilog;
using Serilog.Configuration;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace Whybot.Bot.Tests.Service;

/// <summary>A sink for the log of each service that runs in this process, in the place of the console, which they would share.</summary>
public static class CapturedLogs
{
    private static readonly ConcurrentDictionary<string, TextWriter> Kept = new(StringComparer.Ordinal);

    /// <summary>Called by Serilog, as the settings say.</summary>
    /// <param name="to">Whose log it is.</param>
    public static LoggerConfiguration Captured(this LoggerSinkConfiguration sinks, string to, string outputTemplate)
    {
        ArgumentNullException.ThrowIfNull(sinks);
        return sinks.Sink(new Sink(Kept[to], new MessageTemplateTextFormatter(outputTemplate, CultureInfo.InvariantCulture)));
    }

    internal static void Keep(string log, TextWriter text) => Kept[log] = text;

    internal static void Release(string log) => Kept.TryRemove(log, out _);

    /// <summary>What makes it the first sink; the template stays the program's own.</summary>
    internal static Dictionary<string, string?> Settings(string log) => new(StringComparer.Ordinal)
    {
        ["Serilog:Using:0"] = typeof(CapturedLogs).Assembly.GetName().Name,
        ["Serilog:WriteTo:0:Name"] = nameof(Captured),
        ["Serilog:WriteTo:0:Args:to"] = log,
    };

    private sealed class Sink(TextWriter text, MessageTemplateTextFormatter formatter) : ILogEventSink
    {
        public void Emit(LogEvent logEvent)
        {
            using var entry = new StringWriter(CultureInfo.InvariantCulture);
            formatter.Format(logEvent, entry);
            text.Write(entry.ToString());
        }
    }
}
