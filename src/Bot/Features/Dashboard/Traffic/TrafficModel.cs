using Whybot.Analysis.Language.Identity;
using Whybot.Memory.Overviews;

namespace Whybot.Features.Dashboard.Traffic;

/// <summary>What came in and what became of it, and what is waiting to be done.</summary>
/// <param name="Jobs">The first of them; see <paramref name="Waiting"/> for how many there are.</param>
public sealed record TrafficModel(IReadOnlyList<JobRow> Jobs, QueueCounts Waiting, IReadOnlyList<ShownDelivery> Deliveries, Paging Paging);

/// <param name="Deliveries">To be acted upon.</param>
/// <param name="Dead">Jobs that were given up.</param>
public sealed record QueueCounts(long Deliveries, long Running, long Waiting, long Dead);

/// <summary>A delivery with what it led to.</summary>
/// <param name="Runs">The runs at the commits that its note names, by commit.</param>
/// <param name="Answers">Answers to the commands in the comment that it told of.</param>
public sealed record ShownDelivery(DeliveryRow Row, IReadOnlyDictionary<CommitSha, string> Runs, IReadOnlyList<CommandOutcome> Answers);

/// <param name="Command">As it was written.</param>
/// <param name="Said">The first line of the answer, as plain text.</param>
/// <param name="Address">Of the whole answer.</param>
public sealed record CommandOutcome(string Command, string Said, string Address);
