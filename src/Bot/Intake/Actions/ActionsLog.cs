using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;
using Whybot.Foundation.Masking;

namespace Whybot.Intake.Actions;

/// <summary>
/// The job's log, for whoever opens it: sentences, and annotations as GitHub's workflow commands (docs.github.com, "Workflow commands"). Words from outside
/// cannot become commands, and secrets are masked.
/// </summary>
internal sealed class ActionsLog(ConfiguredSecrets secrets)
{
    private const int MostCharacters = 1000;

    public void Say(string sentence) => Console.WriteLine(Plain(sentence));

    public void Notice(string sentence) => Annotate("notice", sentence);

    public void Warning(string sentence) => Annotate("warning", sentence);

    public void Error(string sentence) => Annotate("error", sentence);

    private void Annotate(string level, string sentence) =>
        Console.WriteLine($"::{level} title=Whybot::{Plain(sentence).Replace("%", "%25", StringComparison.Ordinal)}");

    /// <summary>One line that does not begin as a command does.</summary>
    private string Plain(string sentence) =>
        SafeText.OneLine(secrets.Redact(Secrets.Redact(sentence)), MostCharacters) is var line && line.TrimStart().StartsWith("::", StringComparison.Ordinal)
            ? $"'{line}" : line;
}
