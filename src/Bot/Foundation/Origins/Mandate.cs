using Whybot.Analysis.Settings;

namespace Whybot.Foundation.Origins;

/// <summary>
/// Leave to do what outlasts a thread: to remember causes, to clear, close and reopen, to count as history, to start anything. There is no public way to make
/// one: it comes from a commit of the default branch, from a deployment, from rows of the ledger that were written with one, or from a person whom GitHub
/// allows what they ask for. Whatever does such a thing takes a mandate, so that a stranger's run has no way to it.
/// </summary>
internal sealed class Mandate
{
    private Mandate(string origin, string place) => (Origin, Place) = (origin, place);

    /// <summary>As the ledger keeps it.</summary>
    public string Origin { get; }

    /// <summary>Branch or environment; a person's login.</summary>
    public string Place { get; }

    /// <returns>Null for whoever may not.</returns>
    public static Mandate? Of(CommitOrigin origin) => origin switch
    {
        CommitOrigin.DefaultBranch or CommitOrigin.Deployed => new Mandate(origin.Word, origin.Place),
        _ => null,
    };

    /// <summary>What was deployed to an environment has one.</summary>
    public static Mandate OfDeployment(string environment) => Of(new CommitOrigin.Deployed(environment))!;

    /// <summary>Whose role GitHub has just confirmed for the very command.</summary>
    public static Mandate OfPerson(string login) => new("person", login);

    /// <summary>The ledger's own figures; its rows were all written with a mandate.</summary>
    public static readonly Mandate OfLedger = new("ledger", "");
}

/// <summary>
/// Leave to file a new issue, and nothing more: whoever has a <see cref="Mandate"/> has it, and an open pull request from one of the repository's own branches
/// where the settings ask for it (<c>issues.pull-requests</c>). A fork never has it.
/// </summary>
internal sealed class FilingLeave
{
    private static readonly FilingLeave Given = new();

    private FilingLeave()
    {
    }

    /// <returns>Null for whoever may not.</returns>
    public static FilingLeave? Of(CommitOrigin origin, RepositorySettings settings) =>
        Mandate.Of(origin) is not null || (origin is CommitOrigin.PullRequest { Thread.Open: true } && settings.IssuesForPullRequests) ? Given : null;
}
