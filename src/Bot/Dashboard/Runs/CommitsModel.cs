using Whybot.Storage;

namespace Whybot.Dashboard.Runs;

/// <summary>Commits whose checks were examined, newest first.</summary>
public sealed record CommitsModel(IReadOnlyList<RunRecord> Runs, Paging Paging);
