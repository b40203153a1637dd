using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Inputs.Commands;

/// <summary>All commands, in the order in which help lists them.</summary>
public static class CommandCatalogue
{
    public static readonly CommandSpec Why = new("why", "[SIGNATURE] [N]", "Why it fails: the chain of whys, or rung N with its evidence quoted.",
        CommandLevel.Read, ["/why", "/why 4", "/why w2-3fa9c02d11e7 2"]);

    public static readonly CommandSpec Evidence = new("evidence", "[SIGNATURE]", "Where each claim about the cause comes from.", CommandLevel.Read,
        ["/evidence"]);

    public static readonly CommandSpec ExplainMatch = new("explain-match", "[SIGNATURE] [#N]",
        "Why the cause was, or was not, matched to an open issue: the rule that decided, what both say, the nearest miss; or how it compares with issue N.",
        CommandLevel.Read, ["/explain-match", "/explain-match #17"]);

    public static readonly CommandSpec Status = new("status", "",
        "Says how each environment's last deployment was decided, and which of the newest causes are open.", CommandLevel.Read, ["/status"]);

    public static readonly CommandSpec History = new("history", "[SIGNATURE]",
        "When and where the cause was seen, how often, and what people have ruled about it.", CommandLevel.Read, ["/history"]);

    public static readonly CommandSpec Plan = new("plan", "[FOCUS] [ENVIRONMENT]",
        "Which suites a deployment would run now, in which order and why. FOCUS is all, changed, category:NAME or suite:NAME.",
        CommandLevel.Triage, ["/plan", "/plan category:critical", "/plan changed staging", "/plan \"Staging EU\""]);

    public static readonly CommandSpec Rerun = new("rerun", "[failed|all|SUITE] [ENVIRONMENT]",
        "Runs again what failed, everything, or one suite, on the thread's commit. What passes then is evidence that it is flaky.",
        CommandLevel.Write, ["/rerun", "/rerun all", "/rerun checkout", "/rerun \"Staging EU\"", "/rerun checkout staging"]);

    public static readonly CommandSpec Retest = new("retest", "", "The same as /rerun failed.", CommandLevel.Write, ["/retest"]);

    public static readonly CommandSpec SameAs = new("same-as", "#N [preview]",
        "The causes of this thread belong to issue N, now and from now on; an issue of the bot's own is closed as its duplicate. With preview it only says "
        + "what would move.",
        CommandLevel.Triage, ["/same-as #17", "/same-as #17 preview"]);

    public static readonly CommandSpec NotThis = new("not-this", "[SIGNATURE] [preview]", "The cause does not belong to this issue, whatever it looks like.",
        CommandLevel.Triage, ["/not-this", "/not-this w2-3fa9c02d11e7"]);

    public static readonly CommandSpec Split = new("split", "[SIGNATURE] [preview]",
        "Of the causes that share this issue, this one (or all but the first) gets its own from its next failure on.", CommandLevel.Triage,
        ["/split", "/split w2-3fa9c02d11e7"]);

    public static readonly CommandSpec Cause = new("cause", "TEXT", "Says what the cause is, in words or as a link; the bot's own finding stands behind it.",
        CommandLevel.Triage,
        ["/cause the connection pool is too small", "/cause https://example.com/postmortem/12"]);

    public static readonly CommandSpec Flaky = new("flaky", "[SIGNATURE]", "The cause comes and goes without a change: nobody is blamed for it.",
        CommandLevel.Triage, ["/flaky"]);

    public static readonly CommandSpec Priority = new("priority", "P0…P6", "Sets the priority; it stands, whatever the bot would say.", CommandLevel.Triage,
        ["/priority P1"]);

    public static readonly CommandSpec Mute = new("mute", "TIME REASON",
        "Nobody is told of this thread's causes for a time (hours, days or weeks, at most 90 days); they are still counted.", CommandLevel.Triage,
        ["/mute 7d the vendor fixes it next week", "/mute 12h deploy freeze"]);

    public static readonly CommandSpec Assign = new("assign", "@USER…", "Assigns the issue.", CommandLevel.Triage, ["/assign @ann"]);

    public static readonly CommandSpec Close = new("close", "[not-planned] REASON",
        "Closes the issue, with the reason; if its tests still fail, the bot says so once and leaves it closed.", CommandLevel.Triage,
        ["/close fixed by #231", "/close not-planned the feature is going away"]);

    public static readonly CommandSpec Reopen = new("reopen", "", "Opens the issue again.", CommandLevel.Triage, ["/reopen"]);

    public static readonly CommandSpec Undo = new("undo", "",
        "Takes back the last ruling (same-as, not-this, split, cause, flaky, priority, mute) of this thread.", CommandLevel.Triage, ["/undo"]);

    public static readonly CommandSpec Accept = new("accept", "[ENVIRONMENT] REASON",
        "A person passes the gate of the environment's last deployment; reason and name are recorded in its check and worklog.", CommandLevel.Maintain,
        ["/accept known and harmless, see #12", "/accept staging only the demo page is affected", "/accept \"prod/eu-west\" only the demo page is affected"]);

    public static readonly CommandSpec Rollback = new("rollback", "[ENVIRONMENT] REASON",
        "Starts the rollback workflow of the settings for the environment's last deployment, at most once.", CommandLevel.Maintain,
        ["/rollback orders are lost"]);

    public static readonly CommandSpec Revert = new("revert", "[SIGNATURE]", "Opens a draft pull request that reverts the one of the suspect.",
        CommandLevel.Write, ["/revert"]);

    public static readonly CommandSpec Accuracy = new("accuracy", "",
        "How often each of the bot's rules was used in the last 90 days, and how often it was overturned.", CommandLevel.Read, ["/accuracy"]);

    public static readonly CommandSpec Help = new("help", "[COMMAND]", "Lists the commands, or explains one.", CommandLevel.Read, ["/help", "/help status"]);

    public static readonly IReadOnlyList<CommandSpec> All =
        [Why, Evidence, ExplainMatch, Status, History, Plan, Rerun, Retest, SameAs, NotThis, Split, Cause, Flaky, Priority, Mute, Undo, Assign, Close, Reopen,
            Accept, Rollback, Revert, Accuracy, Help];

    public static CommandSpec? Find(string name) => All.FirstOrDefault(c => c.Name == name);

    /// <summary>The command reference, as published in <c>docs/commands.md</c>.</summary>
    public static string Document() =>
        $"""
        # Commands

        Write them in a comment on an issue or a pull request, in a review or in a remark on a line, each on a line of its own; `/whybot status` where another bot knows `/status` too. The bot answers each with one comment, and shows 👀 when it has read it, 🚀 when it is done,
        😕 when it refused. Commands in quotes, code, lists, edited comments, or from bots are ignored; at most {CommandReader.Most} commands of a comment are read. Permissions are checked with GitHub every time; a repository's settings may ask for
        another role (`commands: {"{rerun: triage}"}`).

        In a public repository anybody can ask. Whoever isn't on its team, as far as GitHub says, shares [a few answers an hour](configuration.md#the-write-budget) with all others who aren't; comments past that get no answer.

        `ENVIRONMENT` may be written in upper or lower case; a name with blanks goes in quotation marks: `/rerun "Staging EU"`.

        `SIGNATURE` names one cause where a thread is about several, as the bot's comments show it; without one a command is about the first, or, where it rules, about all.

        {Table()}
        {string.Join('\n', All.Select(Explained))}
        """.ReplaceLineEndings("\n") + "\n";

    private static string Explained(CommandSpec spec) => $"## {spec.Usage}\n\n{spec.What}\n\n{string.Concat(spec.Examples.Select(e => $"- `{e}`\n"))}";

    /// <summary>All commands as a Markdown table.</summary>
    /// <param name="level">The lowest level that may use a command; null to use the command's own.</param>
    public static string Table(Func<CommandSpec, CommandLevel>? level = null) =>
        "| Command | | Who may use it |\n|---|---|---|\n"
        + string.Concat(All.Select(c => $"| {Markdown.CellCode(c.Usage)} | {c.What} | {(level?.Invoke(c) ?? c.Level).ToString().ToLowerInvariant()} |\n"));

    /// <summary>For a check run: the commands that can be typed in the thread, on one line.</summary>
    public static string Hint(params IReadOnlyList<CommandSpec> specs) =>
        $"Commands: {string.Join(" · ", specs.Select(s => Markdown.Code(s.Usage)))}; {Markdown.Code(Help.Usage)} lists them all.";
}
