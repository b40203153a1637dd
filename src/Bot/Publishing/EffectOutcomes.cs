using System.Net;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Metrics;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>Records what came of sending an effect: in the outbox, in the log and in the metrics.</summary>
internal sealed partial class EffectOutcomes(EffectStore effects, IDatabase database, Backoff backoff, TimeProvider time, WhybotMetrics metrics,
    ILogger<EffectOutcomes> logger)
{
    /// <summary>Claims the effect before it is sent.</summary>
    /// <param name="hash">Hash of what is sent.</param>
    public Task TryingAsync(Job job, Effect effect, string hash) => WriteAsync(job, session => effects.TryingAsync(session, effect, hash));

    public async Task KeepAsync(Job job, Effect effect, Sending sending)
    {
        switch (sending)
        {
            case Sending.Sent(var id, var hash, var created):
                await WriteAsync(job, session => effects.SentAsync(session, effect, id, hash, created));
                Wrote(effect.Kind, effect.Target, id, created ? "created" : "up to date");
                Count(effect, created ? "created" : "updated");
                break;
            case Sending.Withheld(var why):
                await WriteAsync(job, session => EffectStore.WithholdAsync(session, effect, why));
                Withheld(effect.Kind, effect.Target, why);
                Count(effect, "withheld");
                break;
            case Sending.Later(var wait, var why):
                await WriteAsync(job, session => EffectStore.PutOffAsync(session, effect, why, time.GetUtcNow() + wait));
                Withheld(effect.Kind, effect.Target, why);
                break;
        }
    }

    /// <summary>It was printed instead.</summary>
    public Task PrintedAsync(Job job, Effect effect) => WriteAsync(job, session => EffectStore.WithholdAsync(session, effect, "dry run"));

    /// <summary>After a downgrade to an older version the outbox may contain effects that only the newer version can write.</summary>
    public async Task SetAsideAsync(Job job, Effect effect, string why)
    {
        await WriteAsync(job, session => EffectStore.WithholdAsync(session, effect, why));
        SetAside(effect.Kind, effect.Target, why);
        Count(effect, "withheld");
    }

    /// <summary>GitHub did not answer: it is tried again, unless that has been done often enough.</summary>
    /// <param name="description">One line about the effect, without secrets.</param>
    public async Task UnansweredAsync(Job job, Effect effect, Exception failure, string description)
    {
        Failed(failure, effect.Kind, effect.Target, description);
        var wait = backoff.After(effect.Attempts + 1);
        await WriteAsync(job, session => effects.FailedAsync(session, effect, failure.Message, wait is null ? null : time.GetUtcNow() + wait));
    }

    /// <summary>GitHub refused it, so trying again would not help, unless the token is given the permission that it lacks.</summary>
    /// <param name="description">One line about the effect, without secrets.</param>
    /// <param name="again">When to try again if it is the permission.</param>
    public async Task RefusedAsync(Job job, Effect effect, GitHubException refused, string description, TimeSpan? again)
    {
        Failed(refused, effect.Kind, effect.Target, description);
        var due = refused.Status == HttpStatusCode.Forbidden ? time.GetUtcNow() + again : null;
        await WriteAsync(job, session => effects.FailedAsync(session, effect, refused.Message, due));
        Count(effect, "refused");
    }

    private void Count(Effect effect, string outcome) => metrics.Writes.Add(1, new("kind", effect.Kind), new("outcome", outcome));

    /// <summary>Runs even while the service is stopping: what was sent to GitHub must be recorded.</summary>
    private Task WriteAsync(Job job, Func<Session, Task> write) => database.WriteAsync(job, write, CancellationToken.None);

    [LoggerMessage(Level = LogLevel.Information, Message = "Effect {Kind} {Target}: {Id} {What}")]
    private partial void Wrote(string kind, string target, long id, string what);

    [LoggerMessage(Level = LogLevel.Information, Message = "Effect {Kind} {Target}: not written, {Why}")]
    private partial void Withheld(string kind, string target, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Effect {Kind} {Target}: set aside, {Why}")]
    private partial void SetAside(string kind, string target, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Effect {Kind} {Target} was not written: {Description}")]
    private partial void Failed(Exception failure, string kind, string target, string description);
}
