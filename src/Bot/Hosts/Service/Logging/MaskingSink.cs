using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;
using Whybot.Analysis.Evidence;
using Whybot.Analysis.Reports;
using Whybot.Setup;

namespace Whybot.Hosts.Service.Logging;

/// <summary>
/// Stands before all sinks: masks secrets in what an entry says, and keeps what it says on one line. Paths, names and errors are often words from outside, which
/// might otherwise write entries of their own.
/// </summary>
/// <param name="own">The program's own secrets; asked for at the first entry, since whoever reads the settings may log too.</param>
internal sealed class MaskingSink(Func<OwnSecrets> own, Logger sinks) : ILogEventSink, IDisposable
{
    private static readonly MessageTemplateParser Parser = new();
    private readonly Lazy<OwnSecrets> _own = new(own);

    public void Emit(LogEvent logEvent)
    {
        List<LogEventProperty>? changed = null;
        foreach (var (name, value) in logEvent.Properties)
            if (Clean(value) is var clean && !ReferenceEquals(clean, value))
                (changed ??= []).Add(new LogEventProperty(name, clean));
        foreach (var property in changed ?? [])
            logEvent.AddOrUpdateProperty(property);
        var template = OneLine(logEvent.MessageTemplate.Text) is var text && ReferenceEquals(text, logEvent.MessageTemplate.Text) ? logEvent.MessageTemplate : Parser.Parse(text);
        sinks.Write(logEvent.Exception is null && ReferenceEquals(template, logEvent.MessageTemplate) ? logEvent
            : new LogEvent(logEvent.Timestamp, logEvent.Level, logEvent.Exception is { } failure ? new LoggedException(Lines(failure.ToString())) : null, template,
                logEvent.Properties.Select(p => new LogEventProperty(p.Key, p.Value)), logEvent.TraceId ?? default, logEvent.SpanId ?? default));
    }

    public void Dispose() => sinks.Dispose();

    private LogEventPropertyValue Clean(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: string text } => Clean(text) is var clean && ReferenceEquals(clean, text) ? value : new ScalarValue(clean),
        ScalarValue { Value: Uri or char } other => new ScalarValue(Clean($"{((ScalarValue)other).Value}")),
        SequenceValue list => new SequenceValue(list.Elements.Select(Clean)),
        StructureValue record => new StructureValue(record.Properties.Select(p => new LogEventProperty(p.Name, Clean(p.Value))), record.TypeTag),
        DictionaryValue map => new DictionaryValue(map.Elements.Select(e => KeyValuePair.Create((ScalarValue)Clean(e.Key), Clean(e.Value)))),
        _ => value,
    };

    private string Clean(string text) => OneLine(_own.Value.Redact(Secrets.Redact(text)));

    /// <summary>The same text where it is harmless, as nearly all are.</summary>
    private static string OneLine(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 ? text : SafeText.Lines(text).Replace('\n', ' ');

    /// <summary>Indented, so that none of them can be taken for an entry.</summary>
    private string Lines(string failure) => "    " + SafeText.Lines(_own.Value.Redact(Secrets.Redact(failure))).Replace("\n", "\n    ", StringComparison.Ordinal);

    /// <summary>What an entry tells of an exception.</summary>
    private sealed class LoggedException(string text) : Exception
    {
        public override string ToString() => text;
    }
}
