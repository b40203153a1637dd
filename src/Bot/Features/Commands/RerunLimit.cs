using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.Storage;
using Whybot.Memory.Deployments;

namespace Whybot.Features.Commands;

/// <summary>Limits how often people have a commit run again.</summary>
internal sealed class RerunLimit(Reruns reruns)
{
    /// <summary>Per commit; anyone who needs more has a flaky suite, and knows it by then.</summary>
    private const int Most = 5;

    /// <returns>The answer if it was run again often enough; null if it may be run again.</returns>
    public async Task<CommandAnswer?> RefusalAsync(CommandContext context, CommitSha sha, CancellationToken cancel) =>
        await reruns.CountAsync(context.Repository.Id, sha, cancel) < Most ? null
            : CommandAnswer.No($"{Markdown.Code(sha.Short)} was run again {Most} times already. What still fails does not fail by chance; what sometimes "
            + $"passes is flaky ({Markdown.Code("/flaky")}).");

    /// <summary>Counts a rerun.</summary>
    /// <returns>False if this same command has already done it.</returns>
    public Task<bool> PutAsync(Session session, CommandContext context, CommitSha sha) =>
        reruns.PutAsync(session, context.Repository.Id, context.Key, sha, context.Login);
}
