using Whybot.Foundation.Storage;
using Whybot.Intake.Actions.State;
using Whybot.Intake.Webhooks;
using Whybot.Intake.Webhooks.Events;
using Whybot.Memory.RepositoryNames;
using Whybot.Runs.Analyzing;

namespace Whybot.Intake.Actions;

/// <summary>
/// One event inside GitHub Actions: reads the state, does what the event asks for and what is due, writes the state. If another run writes the state meanwhile,
/// it begins again on what that one has written; nothing has been done on GitHub by then that would be done twice.
/// </summary>
internal sealed class EventRun(EventReaders readers, IntentExecutor intents, EventStart start, DueWork work, StateBranch state, ActionReport report,
    IDatabase database, TimeProvider time)
{
    private const int MostAttempts = 20;

    /// <exception cref="StoreUnavailableException">The state cannot be read or written.</exception>
    public async Task<int> RunAsync(ActionsEnvironment environment, CancellationToken cancel)
    {
        var began = time.GetUtcNow();
        var read = WakeUp.Is(environment.Event!) ? new Reading(new WebhookIntent.Nothing("looked for what is due"))
            : readers.Read(environment.Event!, await File.ReadAllBytesAsync(environment.EventPath!, cancel));
        if (read.Reaction is not { } intent)
        {
            Console.WriteLine(ActionsLog.ErrorLine($"{environment.EventPath}: {read.Problem}"));
            return ExitCodes.Unreadable;
        }
        // Not even the state has to be read for that.
        if (intent is WebhookIntent.Nothing nothing && !WakeUp.Is(environment.Event!))
        {
            environment.Summarise($"Whybot: {nothing.Why}.");
            return 0;
        }
        for (var attempt = 1; ; attempt++)
            try
            {
                return await OnceAsync(environment, intent, began, cancel);
            }
            catch (StateMovedException) when (attempt < MostAttempts)
            {
                // Of several that begin again at the same moment, one shall be first.
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(50, 250 * attempt)), time, cancel);
            }
    }

    private async Task<int> OnceAsync(ActionsEnvironment environment, WebhookIntent intent, DateTimeOffset began, CancellationToken cancel)
    {
        var repository = await start.RunAsync(environment, cancel);
        var said = await database.WriteAsync(session => intents.ExecuteAsync(session, intent, null, time.GetUtcNow()), cancel);
        await work.RunAsync(repository.Id, began, cancel);
        await state.EndAsync(cancel);
        // The repository is known by now, perhaps under a different id than when the work began.
        if (intent is WebhookIntent.OfRepository about)
            intent = about with { Repository = (await database.ReadAsync(session => Repositories.KnownAsync(session, about.Repository), cancel))! };
        return await report.WriteAsync(environment, intent, said, began, cancel);
    }
}
