using System.Text;

namespace Whybot.Testing;

/// <summary>
/// What code prints to the console, kept apart for tests that run side by side: it goes to the writers of the flow of calls and tasks in which it was printed.
/// </summary>
public static class CapturedConsole
{
    private static readonly AsyncLocal<(TextWriter Output, TextWriter Errors)?> Current = new();

    static CapturedConsole()
    {
        Console.SetOut(new Switch(Console.Out, w => w.Output));
        Console.SetError(new Switch(Console.Error, w => w.Errors));
    }

    /// <summary>From now on, for the caller and for all that it calls or starts.</summary>
    public static void To(TextWriter output, TextWriter errors) => Current.Value = (output, errors);

    private sealed class Switch(TextWriter console, Func<(TextWriter Output, TextWriter Errors), TextWriter> choose) : TextWriter
    {
        public override Encoding Encoding => console.Encoding;

        private TextWriter Chosen => Current.Value is { } writers ? choose(writers) : console;

        public override void Write(char value) => Chosen.Write(value);

        public override void Write(char[] buffer, int index, int count) => Chosen.Write(buffer, index, count);

        public override void Write(string? value) => Chosen.Write(value);

        public override void WriteLine(string? value) => Chosen.WriteLine(value);

        public override void Write(ReadOnlySpan<char> buffer) => Chosen.Write(buffer);

        public override void Flush() => Chosen.Flush();
    }
}
