using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Queue;

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
