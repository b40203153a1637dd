using System.Text.RegularExpressions;
using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.GitHub.Clients;
using Whybot.Publishing;

namespace Whybot.Features.Commands;

/// <summary><c>/assign @USER…</c>.</summary>
internal sealed partial class AssignCommand(IssuesClient issues, Outbox outbox) : ICommand<AssignCommand>
{
    /// <summary>GitHub accepts no more.</summary>
    private const int Most = 10;

    public static CommandSpec Spec { get; } = new("assign", "@USER…",
        "Assigns the issue.",
        CommandLevel.Triage, ["/assign @ann"]);

    public async Task<CommandAnswer> RunAsync(CommandContext context, CancellationToken cancel)
    {
        var words = context.Arguments.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.TrimStart('@'))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (words.Count is 0 or > Most || !words.TrueForAll(w => Login().IsMatch(w)))
            return CommandAnswer.Mistake(Spec, $"Whom? At most {Most} people.");
        foreach (var login in words)
            if (!await issues.IsAssignableAsync(context.Repository, login, cancel))
                return CommandAnswer.No($"GitHub does not let {Markdown.Code(login)} be assigned here; nobody was.");
        return new CommandAnswer($"Assigned {string.Join(", ", words.Select(w => Markdown.Code(w)))}.\n")
        {
            Do = session => outbox.PutAsync(session, context.Repository, context.Mandate, context.Key,
                new ChangeEffect(context.Thread, null, null, [], [], words)),
        };
    }

    [GeneratedRegex("^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Login();
}
