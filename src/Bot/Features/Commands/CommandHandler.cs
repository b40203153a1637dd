using Whybot.Foundation.Queue;
using Whybot.Runs.Fetching;

namespace Whybot.Features.Commands;

/// <summary>
/// Answers the commands of a comment one after another, each in its own transaction: the second sees what the first did, and none is carried out twice.
/// </summary>
internal sealed class CommandHandler(GivenCommands given, Comments comments, CommandDispatch dispatch, Replies replies, RepositorySettingsReader reader)
    : IJobHandler
{
    public string Kind => CommandJob.Kind;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel)
    {
        var asked = CommandJob.Of(job);
        var repository = job.Ref;
        if (await given.ReadAsync(repository, asked, cancel) is not { } commands)
            return null;
        await comments.ReactAsync(repository, asked.Ref, "eyes", commands.Login, cancel);
        var refused = await replies.AreTooManyAsync(repository, asked.Thread, cancel) || await AnswerAllAsync(job, asked, commands, cancel);
        await comments.ReactAsync(repository, asked.Ref, refused ? "confused" : "rocket", commands.Login, cancel);
        return null;
    }

    /// <returns>Whether any was refused.</returns>
    private async Task<bool> AnswerAllAsync(Job job, CommandJob asked, Given commands, CancellationToken cancel)
    {
        var settings = await reader.OfAsync(job.Ref, cancel);
        var refused = false;
        foreach (var context in commands.Invocations.Select(i => new CommandContext(job.Ref, asked.Thread, asked.Ref, commands.Login, i, settings)))
        {
            if (await replies.IsAnsweredAsync(context, cancel))
                continue;
            var answer = await dispatch.AnswerAsync(context, commands.Level, cancel);
            refused |= answer.Refused;
            await replies.PutAsync(job, context, answer, cancel);
        }
        return refused;
    }
}
