using Whybot.Analysis.Language.Text;

namespace Whybot.Analysis.Inputs.Commands;

/// <summary>The commands that a program has.</summary>
/// <param name="all">In the order in which help lists them.</param>
public sealed class CommandCatalogue(IReadOnlyList<CommandSpec> all)
{
    public IReadOnlyList<CommandSpec> All => all;

    public CommandSpec? Find(string name) => All.FirstOrDefault(c => c.Name == name);

    /// <summary>A hint at the nearest command, for a word that isn't one.</summary>
    public string Nearest(string name) => NearestWord.Hint(name, [.. All.Select(c => c.Name)]);

    /// <summary>The command reference, as published in <c>docs/commands.md</c>.</summary>
    public string Document() =>
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
    public string Table(Func<CommandSpec, CommandLevel>? level = null) =>
        "| Command | What it does | Who may use it |\n|---|---|---|\n"
        + string.Concat(All.Select(c => $"| {Markdown.CellCode(c.Usage)} | {c.What} | {(level?.Invoke(c) ?? c.Level).ToString().ToLowerInvariant()} |\n"));

    /// <summary>For a check run, on one line: the commands that can be typed as a comment.</summary>
    public string Hint() =>
        $"In a comment on the pull request or issue: {string.Join(" · ", All.Where(c => c.OnChecks).Select(c => Markdown.Code($"/{c.Name}")))}; "
        + $"{Markdown.Code("/help")} lists all commands.";
}
