namespace Whybot.Intake.Actions.State;

/// <summary>Where the state lies while Whybot runs inside GitHub Actions.</summary>
/// <param name="Branch">The branch of its own.</param>
/// <param name="Folder">Where the working copy lies.</param>
/// <param name="Run">The workflow run's id.</param>
internal sealed record StateSettings(string Branch, string Folder, string Run)
{
    public const string DefaultBranch = "whybot-state";
}
