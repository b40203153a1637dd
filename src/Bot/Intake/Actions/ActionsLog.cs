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

    public void Say(string sentence) => Console.WriteLine(Plain(Masked(sentence)));

    public void Notice(string sentence) => Annotate("notice", sentence);

    public void Warning(string sentence) => Annotate("warning", sentence);

    public void Error(string sentence) => Annotate("error", sentence);

    /// <summary>The line of an error, for when it is not known which secrets are configured.</summary>
    public static string ErrorLine(string sentence) => Annotation("error", Plain(Secrets.Redact(sentence)));

    private void Annotate(string level, string sentence) => Console.WriteLine(Annotation(level, Plain(Masked(sentence))));

    private static string Annotation(string level, string line) => $"::{level} title=Whybot::{line.Replace("%", "%25", StringComparison.Ordinal)}";

    private string Masked(string sentence) => secrets.Redact(Secrets.Redact(sentence));

    /// <summary>One line that does not begin as a command does.</summary>
    private static string Plain(string sentence) =>
        SafeText.OneLine(sentence, MostCharacters) is var line && line.TrimStart().StartsWith("::", StringComparison.Ordinal) ? $"'{line}" : line;
}
