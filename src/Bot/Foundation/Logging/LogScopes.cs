namespace Whybot.Foundation.Logging;

/// <summary>What the log entries of one piece of work have in common; each part becomes a property of every entry.</summary>
internal static class LogScopes
{
    /// <summary>A job: its key, its repository, and the delivery that asked for it (null if the bot created it).</summary>
    public static readonly Func<ILogger, string, string, string?, IDisposable?> Job =
        LoggerMessage.DefineScope<string, string, string?>("job {Job} of {Repository} for delivery {Delivery}");

    /// <summary>A run, by its number in the store.</summary>
    public static readonly Func<ILogger, long, IDisposable?> Run = LoggerMessage.DefineScope<long>("run {Run}");
}
