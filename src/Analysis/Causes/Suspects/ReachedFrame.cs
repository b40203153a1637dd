using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Causes.Suspects;

/// <summary>A frame in production code that a failing test reached.</summary>
/// <param name="Nearness">1 where the error was raised, 1/2 for its caller, and so on.</param>
internal sealed record ReachedFrame(StackFrame Frame, double Nearness)
{
    public string Stem => Frame.Path[(Frame.Path.LastIndexOf('/') + 1)..].Split('.')[0];

    /// <summary>The stacks of several tests, one after another; a frame of test code ends or begins one.</summary>
    public static IReadOnlyList<ReachedFrame> Of(IReadOnlyList<StackFrame> frames)
    {
        var reached = new List<ReachedFrame>();
        var stack = new List<StackFrame>();
        foreach (var frame in frames)
            if (!frame.Test)
                stack.Add(frame);
            else
                End();
        End();
        return reached;

        void End()
        {
            // Python prints the innermost frame last, all others first.
            if (stack.Count > 0 && stack[0].Path.EndsWith(".py", StringComparison.Ordinal))
                stack.Reverse();
            reached.AddRange(stack.Select((f, i) => new ReachedFrame(f, 1.0 / (i + 1))));
            stack.Clear();
        }
    }
}
