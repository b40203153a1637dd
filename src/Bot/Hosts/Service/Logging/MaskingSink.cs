using System.Text;
using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;
using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.Masking;

namespace Whybot.Hosts.Service.Logging;

/// <summary>
/// Runs before all sinks: masks secrets in an entry's text and keeps the text on one line. Paths, names and errors are often text from outside, which
/// could otherwise forge log entries.
/// </summary>
/// <param name="own">The program's own secrets; requested only at the first entry, since reading the settings may itself log.</param>
internal sealed class MaskingSink(Func<ConfiguredSecrets> own, Logger sinks) : ILogEventSink, IDisposable
{
    private static readonly MessageTemplateParser Parser = new();

    /// <summary>Properties whose values the frameworks generate themselves.</summary>
    private static readonly HashSet<string> Harmless = ["SourceContext", "EventId", "RequestId", "ConnectionId"];
    private readonly Lazy<ConfiguredSecrets> _own = new(own);

    public void Emit(LogEvent logEvent) => sinks.Write(IsPlain(logEvent) ? logEvent : Clean(logEvent));

    public void Dispose() => sinks.Dispose();

    /// <summary>True for nearly all entries. Searching the text of all properties at once takes a fraction of the time of searching each one.</summary>
    private bool IsPlain(LogEvent entry)
    {
        if (entry.Exception is not null || !IsOneLine(entry.MessageTemplate.Text))
            return false;
        var all = new StringBuilder();
        foreach (var (name, value) in entry.Properties)
            if (!Harmless.Contains(name))
                foreach (var text in Texts(value))
                    if (IsOneLine(text))
                        all.Append(text).Append('\n');
                    else
                        return false;
        return all.ToString() is var said && ReferenceEquals(Masked(said), said);
    }

    private static IEnumerable<string> Texts(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: string text } => [text],
        ScalarValue { Value: Uri or char } other => [Text(other)],
        SequenceValue list => list.Elements.SelectMany(Texts),
        StructureValue record => record.Properties.SelectMany(p => Texts(p.Value)),
        DictionaryValue map => map.Elements.SelectMany(e => Texts(e.Key).Concat(Texts(e.Value))),
        _ => [],
    };

    private LogEvent Clean(LogEvent entry) => new(entry.Timestamp, entry.Level, entry.Exception is { } failure
        ? new LoggedException(Lines(failure.ToString())) : null,
        IsOneLine(entry.MessageTemplate.Text) ? entry.MessageTemplate : Parser.Parse(OneLine(entry.MessageTemplate.Text)),
        entry.Properties.Select(p => new LogEventProperty(p.Key, Harmless.Contains(p.Key) ? p.Value : Clean(p.Value))), entry.TraceId ?? default, entry.SpanId
            ?? default);

    private LogEventPropertyValue Clean(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: string text } => new ScalarValue(Clean(text)),
        ScalarValue { Value: Uri or char } other => new ScalarValue(Clean(Text(other))),
        SequenceValue list => new SequenceValue(list.Elements.Select(Clean)),
        StructureValue record => new StructureValue(record.Properties.Select(p => new LogEventProperty(p.Name, Clean(p.Value))), record.TypeTag),
        DictionaryValue map => new DictionaryValue(map.Elements.Select(e => KeyValuePair.Create((ScalarValue)Clean(e.Key), Clean(e.Value)))),
        _ => value,
    };

    private string Clean(string text) => OneLine(Masked(text));

    private string Masked(string text) => _own.Value.Redact(Secrets.Redact(text));

    private static string Text(ScalarValue value) => $"{value.Value}";

    private static bool IsOneLine(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0;

    private static string OneLine(string text) => IsOneLine(text) ? text : SafeText.Lines(text).Replace('\n', ' ');

    /// <summary>Indented, so that none of them can be mistaken for an entry.</summary>
    private string Lines(string failure) => "    " + SafeText.Lines(Masked(failure)).Replace("\n", "\n    ", StringComparison.Ordinal);

    /// <summary>The text of an exception as it appears in an entry.</summary>
    private sealed class LoggedException(string text) : Exception
    {
        public override string ToString() => text;
    }
}
