using Whybot.Analysis.Inputs.Commands;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.Queue;
using Whybot.Foundation.Queue.Requests;
using Whybot.Foundation.Storage;
using Whybot.Foundation.Trust;
using Whybot.Memory.Rules;
using Whybot.Publishing;
using Whybot.Runs.Analyzing;

namespace Whybot.Features.Rules;

/// <summary>
/// Tests rules that somebody wrote into an issue against last week's runs, answers in the thread, and activates the rules that pass. People with triage access
/// may write rules; what others write into their issues is just text.
/// </summary>
internal sealed partial class RuleHandler(PersonRoles roles, RuleFolder folders, FolderAnalysis analysis, RuleStore rules, Outbox outbox,
    IDatabase database, ILogger<RuleHandler> logger) : IJobHandler
{
    public string Kind => RuleJob.Kind;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken cancel)
    {
        var asked = RuleJob.Of(job);
        var repository = job.Ref;
        if (await roles.OfAsync(repository, asked.Login, cancel) is not { } role || role < CommandLevel.Triage)
        {
            NotTheirs(asked.Issue, asked.Login);
            return null;
        }
        if (asked.Blocks.Count == 0)
        {
            await database.WriteAsync(job, session => rules.PutAsync(session, job.Repository, asked.Issue, asked.Login, []), cancel);
            return null;
        }
        using var folder = await folders.WriteAsync(repository, asked, cancel);
        var (text, accepted, problem) = await analysis.RulesAsync(folder.Path, cancel);
        var used = asked.Blocks.Where((_, i) => i < accepted.Count && accepted[i]).ToList();
        var said = problem is null ? text : $"❔ The rules could not be tried, and are not used: {Markdown.Code(problem)}.\n";
        await database.WriteAsync(job, async session =>
        {
            await rules.PutAsync(session, job.Repository, asked.Issue, asked.Login, used);
            await outbox.RulesAsync(session, repository, asked.Issue, said);
            await outbox.PublishAsync(session, repository.Id, job.Delivery);
        }, cancel);
        Tried(asked.Issue, asked.Blocks.Count, used.Count);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Issue {Issue}: {Login} may write no rules")]
    private partial void NotTheirs(int issue, string login);

    [LoggerMessage(Level = LogLevel.Information, Message = "Issue {Issue}: {Rules} rules, {Used} of them are used")]
    private partial void Tried(int issue, int rules, int used);
}
