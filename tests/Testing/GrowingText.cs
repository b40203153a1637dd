using System.Text;

namespace Whybot.Testing;

/// <summary>Text that others write to, and for whose growth one can wait.</summary>
public sealed class GrowingText : TextWriter
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private TaskCompletionSource _growth = New();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void WriteLine(string? value) => Write($"{value}{CoreNewLine.AsSpan()}");

    public override void Write(ReadOnlySpan<char> buffer)
    {
        TaskCompletionSource growth;
        lock (_lock)
        {
            _text.Append(buffer);
            (growth, _growth) = (_growth, New());
        }
        growth.SetResult();
    }

    /// <summary>Completes at the next growth, or when the time is up.</summary>
    public async Task GrowsAsync(TimeSpan most, CancellationToken cancel)
    {
        Task growth;
        lock (_lock)
            growth = _growth.Task;
        await Task.WhenAny(growth, Task.Delay(most, cancel));
    }

    public override string ToString()
    {
        lock (_lock)
            return _text.ToString();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
