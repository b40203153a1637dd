using Whybot.Foundation.Identity;

namespace Whybot.Foundation.Queue.Requests;

/// <summary>The job that writes a repository's weekly digest.</summary>
internal static class DigestJob
{
    public const string Kind = "digest";

    public static JobRequest Request(RepositoryId repository) => new(repository, Kind, Kind, "{}", null);
}
