using Whybot.Memory.Runs;

namespace Whybot.Features.Dashboard.Runs;

/// <summary>Commits whose checks were examined, newest first.</summary>
public sealed record CommitsModel(IReadOnlyList<RunRecord> Runs, Paging Paging);
