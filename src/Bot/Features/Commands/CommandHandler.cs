using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.GitHub;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Memory.Effects;
using Whybot.Publishing;
using Whybot.Runs.Fetching;

namespace Whybot.Features.Commands;

/// <summary>The job that answers the commands of one comment.</summary>
/// <param name="Comment">The comment's id.</param>
/// <param name="Where">What kind of comment it is. Jobs from before there were other kinds are about a comment in a thread.</param>
/// <param name="Said">Same as <see cref="CommentRef.Said"/>.</param>
internal sealed record CommandJob(int Thread, long Comment, CommentKind Where = CommentKind.Thread, string? Said = null)
{
    public const string Kind = "command";

    public CommentRef Ref => new(Comment, Where, Said);

    public static JobRequest Request(RepositoryId repository, int thread, CommentRef comment, string? delivery) =>
        new(repository, $"{Kind}:{comment.Key}", Kind,
            JsonSerializer.Serialize(new CommandJob(thread, comment.Id, comment.Kind, comment.Said), CommandJson.Default.CommandJob), delivery);

    public static CommandJob Of(Job job) => JsonSerializer.Deserialize(job.Arguments, CommandJson.Default.CommandJob)!;
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(CommandJob))]
internal sealed partial class CommandJson : JsonSerializerContext;

/// <summary>
/// Answers the commands of a comment. The comment is read again: commands in an edited comment, or from a bot, are ignored. Permissions are checked with
/// GitHub every time; if GitHub does not answer, the command is refused.
/// </summary>
internal sealed partial class CommandHandler(Comments comments, PersonRoles roles, Strangers strangers, BotIdentity identity, IEnumerable<ICommand> commands,
    CommandCatalogue catalogue, RepositorySettingsReader settingsReader, EffectStore effects, Outbox outbox, IDatabase database, TimeProvider time,
    ILogger<CommandHandler> logger) : IJobHandler
{
    /// <summary>Per thread and hour; more would be a flood, no matter who asks.</summary>
    private const int MostReplies = 60;
    private const int MostCharacters = 60_000;

    private readonly Dictionary<string, ICommand> _commands = commands.ToDictionary(c => c.Definition.Name, StringComparer.Ordinal);

    public string Kind => CommandJob.Kind;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel)
    {
        var asked = CommandJob.Of(job);
        var repository = job.Ref;
        if (await comments.FindAsync(repository, asked.Thread, asked.Ref, cancel) is not { User: { } author } comment
            || await identity.WroteAsync(author, cancel))
            return null;
        var given = CommandReader.Read(comment.Body ?? "").Where(i => i.Prefixed || _commands.ContainsKey(i.Name)).ToList();
        if (given.Count == 0)
            return null;
        var level = await roles.OfAsync(repository, author.Login, cancel);
        if (!await strangers.MayAskAsync(repository, asked.Ref, comment, level, given.Count, cancel))
            return null;
        await comments.ReactAsync(repository, asked.Ref, "eyes", author.Login, cancel);
        var refused = await effects.CountAsync(repository.Id, ReplyComment.Kind, $"{asked.Thread}:", time.GetUtcNow().AddHours(-1), cancel) >= MostReplies
            || await AnswerAllAsync(job, repository, asked, (author.Login, level), given, cancel);
        await comments.ReactAsync(repository, asked.Ref, refused ? "confused" : "rocket", author.Login, cancel);
        return null;
    }

    /// <summary>Answers commands one after another, each in its own transaction: the second sees what the first did, and none is carried out twice.</summary>
    /// <returns>Whether any was refused.</returns>
    private async Task<bool> AnswerAllAsync(Job job, RepositoryRef repository, CommandJob asked, (string Login, CommandLevel? Level) author,
        IReadOnlyList<Invocation> given, CancellationToken cancel)
    {
        var settings = await settingsReader.OfAsync(repository, cancel);
        var refused = false;
        foreach (var context in given.Select(i => new CommandContext(repository, asked.Thread, asked.Ref, author.Login, i, settings)))
        {
            if (await effects.FindAsync(repository.Id, ReplyComment.Kind, Outbox.ReplyTarget(asked.Thread, context.Key), cancel) is not null)
                continue;
            var answer = await AnswerAsync(context, author.Level, cancel);
            refused |= answer.Refused;
            await database.WriteAsync(job, async session =>
            {
                if (answer.Do is { } act)
                    await act(session);
                await outbox.ReplyAsync(session, repository, asked.Thread, context.Key, author.Login,
                    $"{Markdown.Code(context.Invocation.Text)}\n\n{Fitting(answer.Text)}");
                await outbox.PublishAsync(session, repository.Id, job.Delivery);
            }, cancel);
        }
        return refused;
    }

    /// <summary>GitHub refuses longer comments. Cuts after a whole line, so that no code span is left open.</summary>
    private static string Fitting(string text) =>
        text.Length <= MostCharacters ? text : $"{text[..(text.LastIndexOf('\n', MostCharacters) + 1)]}\nThe rest did not fit into a comment.\n";

    private async Task<CommandAnswer> AnswerAsync(CommandContext context, CommandLevel? level, CancellationToken cancel)
    {
        var name = context.Invocation.Name;
        if (!_commands.TryGetValue(name, out var command))
            return CommandAnswer.No($"There is no command {Markdown.Code(name)}{catalogue.Nearest(name)}. {Markdown.Code("/whybot help")} lists them all.");
        var needed = context.Settings.LevelOf(command.Definition);
        if (level is null || level < needed)
            return CommandAnswer.No($"{Markdown.Code(command.Definition.Usage)} requires {needed.ToString().ToLowerInvariant()} access; GitHub reports that "
                + $"you don't have it.");
        var answer = await command.RunAsync(context, cancel);
        Answered(name, context.Login, answer.Refused);
        return answer;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Command {Command} of {Login}: refused {Refused}")]
    private partial void Answered(string command, string login, bool refused);
}
