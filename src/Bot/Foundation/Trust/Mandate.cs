using Whybot.Analysis.Inputs.Settings;

namespace Whybot.Foundation.Trust;

/// <summary>
/// Permission for actions that outlast a thread: remembering causes; clearing, closing and reopening issues; counting as history; starting anything. There is
/// no public constructor: a mandate comes from a commit of the default branch, from a deployment, from ledger rows that were written with one, or from a person
/// whom GitHub allows to do what they ask for. All code that does such a thing requires a mandate, so a stranger's run cannot reach it.
/// </summary>
internal sealed class Mandate
{
    private Mandate(string origin, string place) => (Origin, Place) = (origin, place);

    /// <summary>The word for its source in the ledger.</summary>
    public string Origin { get; }

    /// <summary>Branch or environment; a person's login.</summary>
    public string Place { get; }

    /// <returns>Null if the origin has none.</returns>
    public static Mandate? Of(CommitOrigin origin) => origin switch
    {
        CommitOrigin.DefaultBranch or CommitOrigin.Deployed => new Mandate(origin.Word, origin.Place),
        _ => null,
    };

    /// <summary>A commit that was deployed to an environment has one.</summary>
    public static Mandate OfDeployment(string environment) => Of(new CommitOrigin.Deployed(environment))!;

    /// <summary>For a person whose role GitHub has just confirmed for this command.</summary>
    public static Mandate OfPerson(string login) => new("person", login);

    /// <summary>For figures from the ledger; all of its rows were written with a mandate.</summary>
    public static readonly Mandate OfLedger = new("ledger", "");
}

/// <summary>
/// Permission to file a new issue, and nothing more. Any origin with a <see cref="Mandate"/> has it, and so does an open pull request from one of the
/// repository's own branches if the settings ask for it (<c>issues.pull-requests</c>). A fork never has it.
/// </summary>
internal sealed class FilingLeave
{
    private static readonly FilingLeave Given = new();

    private FilingLeave()
    {
    }

    /// <returns>Null if the origin has none.</returns>
    public static FilingLeave? Of(CommitOrigin origin, RepositorySettings settings) =>
        Mandate.Of(origin) is not null || (origin is CommitOrigin.PullRequest { Thread.Open: true } && settings.IssuesForPullRequests) ? Given : null;
}
