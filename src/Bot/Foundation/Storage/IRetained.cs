namespace Whybot.Foundation.Storage;

/// <summary>Stored rows about runs that are kept only for a while.</summary>
internal interface IRetained
{
    /// <summary>Removes what is older, except what is still going on.</summary>
    /// <returns>The number of rows.</returns>
    Task<int> RemoveAsync(DateTimeOffset before, CancellationToken cancel);
}
