using System.CommandLine;
using Microsoft.Extensions.Options;
using Whybot.Foundation.Storage;
using Whybot.Hosts.Service.Logging;
using Whybot.Hosts.Settings;
using Whybot.Hosts.Setup;
using Whybot.Hosts.Setup.Doctor;

namespace Whybot.Hosts.Cli;

/// <summary><c>whybot doctor</c>: checks everything that the service needs.</summary>
internal static class DoctorCommand
{
    private const string Description = "Checks all that the service needs and says how to fix what is wrong; changes nothing.";

    private const string Details = """
        Looks at the settings, the store, the App's key, permissions and events, the webhook's settings, every installation, and whether everything configured can be reached.
        A store of an earlier version is upgraded, as when the service starts.

        Exit code: 0 all is well, 1 something is wrong.

        Example:
          Whybot__GitHub__AppId=123 Whybot__GitHub__PrivateKeyFile=app.pem whybot doctor
        """;

    public static Command Create()
    {
        var command = new DetailedCommand("doctor", Description, Details);
        command.SetAction((_, cancel) => RunAsync(cancel));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancel)
    {
        var findings = new List<Finding>();
        var settings = Configured(findings);
        if (settings is not null)
            await foreach (var finding in ExaminationsAsync(settings, cancel))
                findings.Add(finding);
        foreach (var finding in findings)
            Console.WriteLine($"{(finding.Well ? "ok   " : "WRONG")} {finding.What}{(finding.Fix is { } fix ? $"\n      fix: {fix}" : "")}");
        var wrong = findings.Count(f => !f.Well);
        Console.WriteLine(wrong == 0 ? "All is well." : $"{wrong} of {findings.Count} checks found something wrong.");
        return wrong == 0 ? 0 : 1;
    }

    /// <returns>Null if a key or a value cannot be read: nobody knows what it was meant for, so nothing else is checked.</returns>
    private static SettingsSource? Configured(List<Finding> findings)
    {
        try
        {
            var settings = Configuration.Settings();
            var problems = settings.Problems(SettingsSections.All);
            findings.AddRange(problems.Select(p => Finding.Bad(p.Split(": ")[0], p[(p.IndexOf(": ", StringComparison.Ordinal) + 2)..])));
            if (ServiceLog.Problem(settings) is { } refused)
                findings.Add(Finding.Bad(refused, "correct section Serilog of the settings"));
            if (findings.Count == 0)
                findings.Add(Finding.Good("settings can be read"));
            return settings.IsReadable ? settings : null;
        }
        catch (OptionsValidationException unreadable)
        {
            findings.Add(Finding.Bad(unreadable.Message, "correct it"));
            return null;
        }
    }

    private static async IAsyncEnumerable<Finding> ExaminationsAsync(SettingsSource settings,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var (where, github, telemetry) = (SettingsSections.Store.Read(settings), SettingsSections.GitHub.Read(settings),
            SettingsSections.Telemetry.Read(settings));
        Finding? store = null;
        IDatabase? database = null;
        try
        {
            database = StorageServices.Open(where);
            store = Finding.Good($"store: {(where.Postgres is { Length: > 0 } ? "PostgreSQL" : where.File)} opens and is up to date");
        }
        catch (StoreVersionException other)
        {
            store = Finding.Bad($"store: {other.What}", other.Advice);
        }
        catch (StoreUnavailableException failure)
        {
            store = Finding.Bad($"store: {failure.Message}",
                "check the path's permissions (Whybot:Store:File) or the connection string (Whybot:Store:Postgres)");
        }
        yield return store;
        yield return EvidenceExamination.Run(SettingsSections.Evidence.Read(settings).Folder);
        if (database is null)
            yield break;
        await using (database)
            if (!github.Problems().Any())
                await foreach (var finding in new GitHubExamination(github, database).RunAsync(cancel))
                    yield return finding;
        if (telemetry.Collector is { } collector)
            yield return await CollectorExamination.RunAsync(collector, cancel);
    }
}
