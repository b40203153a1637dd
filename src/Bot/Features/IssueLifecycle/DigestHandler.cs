using Whybot.Analysis.Output.IssueLifecycle;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Storage;
using Whybot.Memory.Effects;
using Whybot.Publishing;
using Whybot.Runs.Fetching;

namespace Whybot.Features.IssueLifecycle;

/// <summary>Puts a repository's weekly digest into the outbox. If nothing needs attention and there is no digest yet, none is created.</summary>
internal sealed class DigestHandler(DigestReader digests, RepositorySettingsReader reader, EffectStore effects, Outbox outbox,
    IDatabase database) : IJobHandler
{
    public string Kind => DigestJob.Kind;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel)
    {
        var repository = job.Ref;
        var settings = await reader.OfAsync(repository, cancel);
        if (!settings.Digest)
            return null;
        var digest = await digests.ReadAsync(repository, cancel);
        if (digest.Open == 0 && await effects.FindAsync(repository.Id, DigestEffect.Kind, DigestEffect.Target, cancel) is null)
            return null;
        await database.WriteAsync(job, async session =>
        {
            await outbox.DigestAsync(session, repository, DigestWriter.Write(digest), settings.IssueLabels);
            await outbox.PublishAsync(session, repository.Id, job.Delivery);
        }, cancel);
        return null;
    }
}
