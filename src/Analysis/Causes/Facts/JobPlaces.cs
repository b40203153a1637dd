using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Causes.Facts;

/// <summary>The places in sources that the log of a job without a failing test gives: compilers print them in their message, or below it.</summary>
internal static class JobPlaces
{
    public static IReadOnlyList<StackFrame> Of(TestCase job) =>
        SourcePlaces.In(job.Failure!.Message) is { Count: > 0 } said ? said : SourcePlaces.In(job.Failure.Text);

    /// <summary>The words in which the log gives a place; null if it does not.</summary>
    public static string? Printed(TestCase job, StackFrame place) =>
        SourcePlaces.Printed(job.Failure!.Message, place) ?? SourcePlaces.Printed(job.Failure.Text, place);
}
