using Whybot.Analysis.Language.Redaction;

namespace Whybot.Analysis.Inputs.Logs;

/// <summary>
/// Follows the steps of one job: <c>##[group]Run make test</c> of GitHub (<c>Run make test</c> if the log was copied from its web page),
/// <c>##[section]Starting: Tests</c> of Azure, <c>⭐ Run Main make test</c> of act, <c>$ make test</c> of GitLab, Travis and Buildkite, <c>+ make test</c> of a
/// shell that Jenkins watches.
/// </summary>
internal sealed class JobSteps
{
    private const int MostOfStep = 80;
    private const string Group = "##[group]Run ";
    private const string Section = "##[section]Starting: ";
    private const string Main = "Main ";

    private string? _step;

    /// <summary>The platform itself names its steps, so lines that look like commands are not steps.</summary>
    private bool _named;
    private bool _traced;

    /// <summary>Counts the steps that the platform names, starting at 0.</summary>
    public int Number { get; private set; }

    /// <summary>The current step without its secrets, shortened; null if unknown.</summary>
    public string? Current => _step is { } step ? Shown(step) : null;

    /// <summary>Redacts before shortening: half of a secret would not be recognised.</summary>
    public static string Shown(string step) => Excerpts.Cut(Secrets.Redact(step.Trim()), MostOfStep);

    /// <returns>Whether the line begins a step, or the cleanup after the last one.</returns>
    public bool Feed(string text)
    {
        if (text.Length == 0)
            return false;
        switch (text[0])
        {
            case '#' when text.StartsWith(Group, StringComparison.Ordinal):
                return Begin(text[Group.Length..], named: true);
            case '#' when text.StartsWith(Section, StringComparison.Ordinal):
                return Begin(text[Section.Length..], named: true);
            case '⭐' when text[1..].TrimStart() is var act && act.StartsWith("Run ", StringComparison.Ordinal):
                act = act["Run ".Length..];
                return Begin(act.StartsWith(Main, StringComparison.Ordinal) ? act[Main.Length..] : act, named: true);
            case 'P' when text == "Post job cleanup.":
            case 'C' when IsTidying(text):
                Number++;
                return true;
            case '[' when !_named && !_traced && (text.StartsWith("[Pipeline] sh", StringComparison.Ordinal)
                || text.EndsWith("/sh -xe", StringComparison.Ordinal) || text.Contains("] $ /bin/sh -xe ", StringComparison.Ordinal)):
                _traced = true;
                return false;
            case '$' when !_named && text.StartsWith("$ ", StringComparison.Ordinal):
                return Begin(text[2..], named: false);
            case '+' when _traced && !_named && text.StartsWith("+ ", StringComparison.Ordinal):
                return Begin(text[2..], named: false);
            case 'R' when !_named && IsCopied(text):
                return Begin(text["Run ".Length..], named: false);
            default:
                return false;
        }
    }

    public const string Tidying = "Cleaning up orphan processes";

    /// <summary>The job has run all of its steps, however they ended.</summary>
    public static bool IsTidying(string text) => text == Tidying;

    /// <summary>A step in a log copied from the web page: a command, or an action with its version; a sentence is neither.</summary>
    private static bool IsCopied(string text) =>
        text.StartsWith("Run ", StringComparison.Ordinal) && text.Length > 4 && (char.IsAsciiLetterLower(text[4]) || text[4] is '.' or '/')
            && text[^1] is not ('.' or ':' or '!');

    private bool Begin(string step, bool named)
    {
        _named |= named;
        _step = step;
        if (named)
            Number++;
        return true;
    }
}
