using Octokit.Webhooks;
using Octokit.Webhooks.Models;
using Whybot.Features.Commands;

namespace Whybot.Intake.Webhooks.Events;

/// <summary>What a comment asks for, in any place where people can write one.</summary>
internal static class CommandComments
{
    /// <param name="thread">Number of the issue or pull request.</param>
    public static WebhookIntent Read(WebhookEvent sent, User author, string? body, long thread, CommentRef comment)
    {
        if (author.Type.StringValue != "User")
            return new WebhookIntent.Nothing("not written by a person");
        return body?.Contains('/', StringComparison.Ordinal) == true
            ? new WebhookIntent.Commented(EventFields.RepositoryOf(sent), checked((int)thread), comment) : new WebhookIntent.Nothing("no command in it");
    }
}
