using System.Reflection;
using System.Text.Json;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>Sends what is waiting in a repository's outbox. Each effect fails separately; a rate limit postpones everything that is left.</summary>
internal sealed class PublishHandler(EffectStore effects, EffectSenders senders, EffectOutcomes outcomes, IClaims claims, Texts texts,
    PublishingSettings settings, TimeProvider time) : IJobHandler
{
    private static readonly string Version =
        typeof(PublishHandler).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private static readonly TimeSpan ForOthers = TimeSpan.FromMinutes(1);

    public string Kind => PublishJob.Kind;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        List<Effect> all = [.. (await effects.PendingAsync(job.Repository, cancel)).Where(e => e.DueAt <= now)];
        var mine = await claims.TakeAsync(all, cancel);
        var due = mine.Select(e => (Effect: e, Sender: senders.Find(e.Kind))).ToList();
        foreach (var (effect, _) in due.Where(d => d.Sender is null))
            await outcomes.SetAsideAsync(job, effect, $"Whybot {Version} doesn't know effects of kind '{effect.Kind}'; a newer version may have written it. "
                + $"Update Whybot to that version: it writes the effect once its text changes");
        foreach (var (effect, sender) in due.Where(d => d.Sender is not null).OrderBy(d => d.Sender!.Order).ThenBy(d => d.Effect.Id))
            await SendAsync(job, effect, sender!, cancel);
        var left = await effects.PendingAsync(job.Repository, cancel);
        if (left.Count == 0)
            return null;
        var next = left.Min(e => e.DueAt);
        // What another instance is about to send is due, but not for this one.
        return mine.Count < all.Count && next < now + ForOthers ? now + ForOthers : next;
    }

    private async Task SendAsync(Job job, Effect effect, IEffectSender sender, CancellationToken cancel)
    {
        try
        {
            if (settings.IsDryRun)
            {
                Console.WriteLine(texts.Clean(DryRun.Text(effect, sender.Describe(effect))));
                await outcomes.PrintedAsync(job, effect);
                return;
            }
            var sending = sender.Notifies && await effects.WritesAsync(effect, time.GetUtcNow().AddHours(-1),
                cancel) >= settings.WritesPerThreadPerHour
                ? new Sending.Later(TimeSpan.FromMinutes(15), $"{settings.WritesPerThreadPerHour} writes within an hour")
                : await sender.SendAsync(effect, effect.Ref, hash => ClaimAsync(job, effect, sender, hash, cancel), cancel);
            await outcomes.KeepAsync(job, effect, sending);
        }
        catch (ShareSpentException spent)
        {
            await outcomes.KeepAsync(job, effect, new Sending.Later(spent.Until - time.GetUtcNow(), spent.Message));
        }
        catch (JsonException unreadable)
        {
            // This is about the draft: an unreadable answer from GitHub would be a GitHubUnreachableException. Trying again would not help.
            await outcomes.SetAsideAsync(job, effect,
                $"this version of Whybot can't read it; another version may have written it ({unreadable.Message})");
        }
        catch (GitHubUnreachableException failure)
        {
            await outcomes.UnansweredAsync(job, effect, failure, texts.Clean(sender.Describe(effect).Line));
        }
        catch (GitHubException refused)
        {
            await outcomes.RefusedAsync(job, effect, refused, texts.Clean(sender.Describe(effect).Line), settings.RetryRefused);
        }
    }

    private async Task ClaimAsync(Job job, Effect effect, IEffectSender sender, string hash, CancellationToken cancel)
    {
        await outcomes.TryingAsync(job, effect, hash);
        if (sender.AtMostOnce)
            await claims.SaveAsync(cancel);
    }
}
