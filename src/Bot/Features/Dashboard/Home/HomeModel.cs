using Whybot.Memory.Deployments;
using Whybot.Memory.Overviews;

namespace Whybot.Features.Dashboard.Home;

/// <summary>What a person wants to know in the morning.</summary>
/// <param name="Wrong">Worst first; not all of them if there are many.</param>
/// <param name="AlsoWrong">How many there are besides.</param>
/// <param name="Environments">A page of them, by name.</param>
/// <param name="Total">How many environments there are.</param>
/// <param name="Undecided">How many of them have no decision.</param>
/// <param name="Unknown">Environments that were deployed to but are not in the settings.</param>
public sealed record HomeModel(IReadOnlyList<WrongNow> Wrong, int AlsoWrong, IReadOnlyList<EnvironmentCard> Environments, int Total, int Undecided,
    Trouble Trouble, IReadOnlyList<UnknownEnvironment> Unknown, Paging Paging);

/// <summary>An environment in the overview.</summary>
/// <param name="Decided">Its newest run with a decision; null if there is none.</param>
/// <param name="Current">Its newest run, while that is going on; null otherwise.</param>
/// <param name="Points">Its last runs, newest first.</param>
public sealed record EnvironmentCard(EnvironmentRow Row, string Name, DeploymentRun? Decided, DeploymentRun? Current, IReadOnlyList<RunPoint> Points);

/// <summary>What the bot itself could not do.</summary>
/// <param name="Dead">Jobs that were given up; not all of them if there are many.</param>
/// <param name="DeadCount">How many were given up.</param>
/// <param name="Failed">Deliveries that could not be acted upon, newest first; not all of them if there are many.</param>
public sealed record Trouble(IReadOnlyList<JobRow> Dead, long DeadCount, IReadOnlyList<DeliveryRow> Failed);
