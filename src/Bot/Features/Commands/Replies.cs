using Whybot.Analysis.Language.Text;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Memory.Effects;
using Whybot.Publishing;

namespace Whybot.Features.Commands;

/// <summary>Stores the answers to commands, each once and together with what its command does.</summary>
internal sealed class Replies(EffectStore effects, Outbox outbox, IDatabase database, TimeProvider time)
{
    /// <summary>Per thread and hour; more would be a flood, no matter who asks.</summary>
    private const int Most = 60;
    private const int MostCharacters = 60_000;

    public async Task<bool> AreTooManyAsync(RepositoryRef repository, int thread, CancellationToken cancel) =>
        await effects.CountAsync(repository.Id, ReplyComment.Kind, $"{thread}:", time.GetUtcNow().AddHours(-1), cancel) >= Most;

    public async Task<bool> IsAnsweredAsync(CommandContext context, CancellationToken cancel) =>
        await effects.FindAsync(context.Repository.Id, ReplyComment.Kind, Outbox.ReplyTarget(context.Thread, context.Key), cancel) is not null;

    public Task PutAsync(Job job, CommandContext context, CommandAnswer answer, CancellationToken cancel) =>
        database.WriteAsync(job, async session =>
        {
            if (answer.Do is { } act)
                await act(session);
            await outbox.ReplyAsync(session, context.Repository, context.Thread, context.Key, context.Login,
                $"{Markdown.Code(context.Invocation.Text)}\n\n{Fitting(answer.Text)}");
            await outbox.PublishAsync(session, context.Repository.Id, job.Delivery);
        }, cancel);

    /// <summary>GitHub refuses longer comments. Cuts after a whole line, so that no code span is left open.</summary>
    private static string Fitting(string text) =>
        text.Length <= MostCharacters ? text : $"{text[..(text.LastIndexOf('\n', MostCharacters) + 1)]}\nThe rest did not fit into a comment.\n";
}
