namespace Whybot.Foundation.Logging;

/// <summary>What the log entries of one piece of work have in common; each part is a property of all of them.</summary>
internal static class LogScopes
{
    /// <summary>A job, by its key, its repository, and the delivery that asked for it (null for one of the bot's own).</summary>
    public static readonly Func<ILogger, string, string, string?, IDisposable?> Job =
        LoggerMessage.DefineScope<string, string, string?>("job {Job} of {Repository} for delivery {Delivery}");

    /// <summary>A run, by the number that the store gave it.</summary>
    public static readonly Func<ILogger, long, IDisposable?> Run = LoggerMessage.DefineScope<long>("run {Run}");
}
