using Whybot.Runs.Analyzing;
using Whybot.Runs.Fetching;
using Whybot.Runs.RunFolders;
using Whybot.Runs.Suites;

namespace Whybot.Runs;

internal static class RunsServices
{
    /// <summary>What fetches a run's evidence, keeps it in folders, starts suites and analyses.</summary>
    public static IServiceCollection AddRuns(this IServiceCollection services) => services
        .AddSingleton(s => ActivatorUtilities.CreateInstance<EvidenceFolders>(s, s.GetRequiredService<EvidenceSettings>().Folder))
        .AddSingleton<KeptLogs>()
        .AddSingleton<LedgerFolder>()
        .AddSingleton<OldOrigins>()
        .AddSingleton<AnswerFetcher>()
        .AddSingleton<IssueFetcher>()
        .AddSingleton<CommitStateReader>()
        .AddSingleton<RepositorySettingsReader>()
        .AddSingleton<DefaultBranchFiles>()
        .AddSingleton<JobAttempts>()
        .AddSingleton<JobLogs>()
        .AddSingleton<AttemptLogs>()
        .AddSingleton<PassingLogFetcher>()
        .AddSingleton<StatusFetcher>()
        .AddSingleton<JobNotes>()
        .AddSingleton<ArtifactFetcher>()
        .AddSingleton<WorkflowRunCollector>()
        .AddSingleton<EarlierResults>()
        .AddSingleton<HistoryFetcher>()
        .AddSingleton<BranchHistory>()
        .AddSingleton<SourceFetcher>()
        .AddSingleton<SuspectFetcher>()
        .AddSingleton<OvertimeReader>()
        .AddSingleton<RunFetcher>()
        .AddSingleton<DeploymentFolder>()
        .AddSingleton<DeploymentStanding>()
        .AddSingleton<SuiteStart>()
        .AddSingleton<ICommandRunner, AnalysisProcess>()
        .AddSingleton<FolderAnalysis>()
        .AddSingleton<SourcedAnalysis>()
        .AddSingleton<DeploymentAnalysis>();
}
