using Whybot.Analysis.Reports;

namespace Whybot.Analysis.Commands;

/// <summary>A command as people are told of it; help, documentation and usage are made of this.</summary>
/// <param name="Name">Without the slash.</param>
/// <param name="Arguments">As usage shows them; empty for none.</param>
/// <param name="What">One sentence.</param>
/// <param name="Level">Who may use it, at least.</param>
/// <param name="Examples">Whole commands.</param>
public sealed record CommandSpec(string Name, string Arguments, string What, CommandLevel Level, IReadOnlyList<string> Examples)
{
    public string Usage => Arguments.Length == 0 ? $"/{Name}" : $"/{Name} {Arguments}";
}

/// <summary>All commands, in the order in which help lists them.</summary>
public static class CommandCatalogue
{
    public static readonly CommandSpec Help = new("help", "[COMMAND]", "Lists the commands, or explains one.", CommandLevel.Read, ["/help", "/help status"]);

    public static readonly CommandSpec Status = new("status", "", "Says how each environment's last deployment was decided, and which of the newest causes are open.", CommandLevel.Read, ["/status"]);

    public static readonly IReadOnlyList<CommandSpec> All = [Help, Status];

    public static CommandSpec? Find(string name) => All.FirstOrDefault(c => c.Name == name);

    /// <summary>The reference, as <c>docs/commands.md</c> has it.</summary>
    public static string Document() =>
        $"""
        # Commands

        Write them in a comment on an issue or a pull request, each on a line of its own; `/whybot status` where another bot knows `/status` too. The bot answers each with one comment, and shows 👀 when it has read it, 🚀 when it is done,
        😕 when it refused. Quotes, code, lists, edits and other bots command nothing; at most {CommandReader.Most} commands of a comment are read. Who may what is asked of GitHub each time.

        {Table()}
        {string.Join('\n', All.Select(Explained))}
        """.ReplaceLineEndings("\n") + "\n";

    private static string Explained(CommandSpec spec) => $"## {spec.Usage}\n\n{spec.What}\n\n{string.Concat(spec.Examples.Select(e => $"- `{e}`\n"))}";

    /// <summary>A table of all, as Markdown.</summary>
    public static string Table() =>
        "| Command | | Who may use it |\n|---|---|---|\n" + string.Concat(All.Select(c => $"| {Markdown.CellCode(c.Usage)} | {c.What} | {c.Level.ToString().ToLowerInvariant()} |\n"));
}
