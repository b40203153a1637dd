using System.Text.RegularExpressions;
using Whybot.Analysis.Language.Messages;
using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Inputs.Logs;

/// <summary>
/// Scans a log that the platform itself wrote: stamped lines, JSON lines, stacks below them. Events with the same message are counted as one, so memory depends
/// on how many kinds there are, not on the log's length.
/// </summary>
internal sealed partial class PlatformLogScanner(string source)
{
    public const int MaxTimes = 2000;
    private const int MaxKinds = 4000;
    private const int MaxFrames = 60;

    private readonly Dictionary<string, Kind> _kinds = [];
    private Entry? _open;
    private int _number;

    /// <summary>At least one line has a time, a level or an error in a known format.</summary>
    public bool Understood { get; private set; }

    public void Feed(string line)
    {
        _number++;
        var text = Ansi.Strip(line).TrimEnd();
        if (text.Length == 0)
            return;
        if (LogLineFormat.Parse(text) is { } start)
        {
            Understood = true;
            Close();
            _open = new Entry(start, _number);
        }
        else if (_open is null || (StartsStack(text) && !_open.Stacked && _open.Start.Level < LogLevel.Error))
        {
            Close();
            _open = new Entry(new LogLineFormat.Start(StartsStack(text) ? LogLevel.Error : LogLevel.Unknown, null, text), _number);
        }
        else
            _open.Continue(text, _number);
        if (StartsStack(text))
            _open!.Stacked = true;
        Understood |= _open!.Stacked || _open.Exception is not null;
    }

    public PlatformLog Finish()
    {
        Close();
        return new PlatformLog(source, _number, [.. _kinds.Values.Select(k => k.Event(source)).OrderBy(e => e.Line)]);
    }

    private static bool StartsStack(string text) =>
        text.StartsWith("Traceback (most recent call last)", StringComparison.Ordinal)
            || text.StartsWith("Unhandled exception", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("Exception in thread", StringComparison.Ordinal) || text.StartsWith("panic:", StringComparison.Ordinal)
            || text.StartsWith("Uncaught ", StringComparison.Ordinal);

    /// <summary>Errors about two peers are of two kinds. A peer is an address with a port that servers listen on; clients' ports change all the time.</summary>
    private static string Peer(Entry entry) =>
        PeerAddress().Match(entry.Exception ?? entry.Start.Message) is { Success: true } peer && int.Parse(peer.Groups["port"].Value) < 32768 ? peer.Value : "";

    [GeneratedRegex(@"(?<![\w.-])[\w.-]{1,253}:(?<port>[1-9]\d{2,4})\b", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex PeerAddress();

    private void Close()
    {
        if (_open is not { } entry)
            return;
        _open = null;
        var key = $"{entry.Start.Level}|{MessageNormalizer.Mask(entry.Start.Message)}|{MessageNormalizer.Mask(entry.Exception ?? "")}|"
            + $"{(entry.Start.Level >= LogLevel.Error ? Peer(entry) : "")}";
        if (_kinds.TryGetValue(key, out var kind))
            kind.Again(entry);
        else if (_kinds.Count < MaxKinds)
            _kinds[key] = new Kind(entry);
    }

    private sealed class Entry(LogLineFormat.Start start, int line)
    {
        public LogLineFormat.Start Start { get; } = start;
        public int Line { get; } = line;
        public int EndLine { get; private set; } = line;
        public bool Stacked { get; set; }
        public string? Exception { get; private set; }
        public int ExceptionLine { get; private set; }
        public List<StackFrame> Frames { get; } = [];

        public void Continue(string text, int number)
        {
            EndLine = number;
            if (StackFrames.Parse(text) is { } frame)
            {
                if (Frames.Count < MaxFrames)
                    Frames.Add(frame);
            }
            else if (ErrorTypes.Of(text) is not null)
                (Exception, ExceptionLine) = (text.Trim(), number);
        }
    }

    private sealed class Kind(Entry first)
    {
        private readonly List<DateTime> _times = first.Start.At is { } at ? [at] : [];
        private int _count = 1;

        public void Again(Entry entry)
        {
            _count++;
            if (entry.Start.At is { } at && _times.Count < MaxTimes)
                _times.Add(at);
        }

        public LogEvent Event(string source) => new()
        {
            Source = source,
            Line = first.Line,
            EndLine = first.EndLine,
            Level = first.Exception is not null && (first.Stacked || first.Start.Level == LogLevel.Unknown) && first.Start.Level < LogLevel.Error
                ? LogLevel.Error : first.Start.Level,
            Message = first.Start.Message,
            AsWritten = first.Start.AsWritten,
            Exception = first.Exception,
            ExceptionLine = first.ExceptionLine,
            Frames = first.Frames,
            Times = _times,
            Count = _count,
        };
    }
}
