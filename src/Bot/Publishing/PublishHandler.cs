using System.Reflection;
using System.Text.Json;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Metrics;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Storage;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>Sends what is waiting in a repository's outbox. Each effect fails separately; a rate limit postpones everything that is left.</summary>
internal sealed partial class PublishHandler(EffectStore effects, EffectSenders senders, Texts texts, IDatabase database, PublishingSettings settings,
    Backoff backoff, TimeProvider time, WhybotMetrics metrics,
    ILogger<PublishHandler> logger) : IJobHandler
{
    private static readonly string Version =
        typeof(PublishHandler).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public string Kind => PublishJob.Kind;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var due = (await effects.PendingAsync(job.Repository, cancel)).Where(e => e.DueAt <= now).Select(e => (Effect: e, Sender: senders.Find(e.Kind)))
            .ToList();
        foreach (var (effect, _) in due.Where(d => d.Sender is null))
            await SetAsideAsync(job, effect, $"Whybot {Version} doesn't know effects of kind '{effect.Kind}'; a newer version may have written it. Update "
                + $"Whybot to that version: it writes the effect once its text changes");
        foreach (var (effect, sender) in due.Where(d => d.Sender is not null).OrderBy(d => d.Sender!.Order).ThenBy(d => d.Effect.Id))
            await SendAsync(job, effect, sender!, cancel);
        var left = await effects.PendingAsync(job.Repository, cancel);
        return left.Count == 0 ? null : left.Min(e => e.DueAt);
    }

    /// <summary>After a downgrade to an older version the outbox may contain effects that only the newer version can write.</summary>
    private async Task SetAsideAsync(Job job, Effect effect, string why)
    {
        await WriteAsync(job, session => EffectStore.WithholdAsync(session, effect, why));
        SetAside(effect.Kind, effect.Target, why);
        Count(effect, "withheld");
    }

    private async Task SendAsync(Job job, Effect effect, IEffectSender sender, CancellationToken cancel)
    {
        try
        {
            if (settings.IsDryRun)
            {
                Console.WriteLine(texts.Clean(DryRun.Text(effect, sender.Describe(effect))));
                await WriteAsync(job, session => EffectStore.WithholdAsync(session, effect, "dry run"));
                return;
            }
            var sending = sender.Notifies && await effects.WritesAsync(effect, time.GetUtcNow().AddHours(-1),
                cancel) >= settings.WritesPerThreadPerHour
                ? new Sending.Later(TimeSpan.FromMinutes(15), $"{settings.WritesPerThreadPerHour} writes within an hour")
                : await sender.SendAsync(effect, effect.Ref,
                    hash => WriteAsync(job, session => effects.TryingAsync(session, effect, hash)), cancel);
            await KeepAsync(job, effect, sending);
        }
        catch (ShareSpentException spent)
        {
            await KeepAsync(job, effect, new Sending.Later(spent.Until - time.GetUtcNow(), spent.Message));
        }
        catch (JsonException unreadable)
        {
            // This is about the draft: an unreadable answer from GitHub would be a GitHubUnreachableException. Trying again would not help.
            await SetAsideAsync(job, effect, $"this version of Whybot can't read it; another version may have written it ({unreadable.Message})");
        }
        catch (GitHubUnreachableException failure)
        {
            Failed(failure, effect.Kind, effect.Target, texts.Clean(sender.Describe(effect).Line));
            var wait = backoff.After(effect.Attempts + 1);
            await WriteAsync(job, session => effects.FailedAsync(session, effect, failure.Message, wait is null ? null : time.GetUtcNow() + wait));
        }
        catch (GitHubException refused)
        {
            Failed(refused, effect.Kind, effect.Target, texts.Clean(sender.Describe(effect).Line));
            await WriteAsync(job, session => effects.FailedAsync(session, effect, refused.Message, null));
            Count(effect, "refused");
        }
    }

    private async Task KeepAsync(Job job, Effect effect, Sending sending)
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
