using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Whybot.Foundation.Storage;
using Whybot.Hosts.Settings;
using Whybot.Memory.Deliveries;
using Whybot.Runs.Analyzing;

namespace Whybot.Hosts.Cli;

/// <summary><c>whybot replay</c>: processes stored deliveries again.</summary>
internal static class ReplayCommand
{
    private const string Description = "Acts on stored deliveries again; what was said already is not said twice.";

    private const string Details = """
        A running service acts on them within seconds.

        Examples:
          whybot replay --delivery 72d3162e-cc78-11e3-81ab-4c9367dc0958
          whybot replay --since 2026-11-20T08:00:00Z --dry-run
        """;

    public static Command Create()
    {
        var delivery = new Option<string?>("--delivery") { Description = "One delivery, by GitHub's GUID.", HelpName = "GUID" };
        var since = new Option<string?>("--since")
        {
            Description = "All that came since then, for example 2026-11-20T08:00:00Z; without an offset it is UTC.",
            HelpName = "TIME"
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say which." };
        var command = new DetailedCommand("replay", Description, Details) { delivery, since, dryRun };
        command.SetAction((parse, cancel) => RunAsync(parse.GetValue(delivery), parse.GetValue(since), parse.GetValue(dryRun), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string? delivery, string? since, bool dryRun, CancellationToken cancel)
    {
        if ((delivery is null) == (since is null))
            return ExitCodes.Fail(ExitCodes.Usage, "give either --delivery GUID or --since TIME");
        DateTimeOffset? from = null;
        if (since is not null && !DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return ExitCodes.Fail(ExitCodes.Usage, $"--since: '{since}' is not a time; write for example 2026-11-20T08:00:00Z");
        else if (since is not null)
            from = DateTimeOffset.Parse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        if (SettingsProblems.Read(SettingsSections.Store) is not { } settings)
            return ExitCodes.Usage;
        try
        {
            await using var database = StorageServices.Open(SettingsSections.Store.Read(settings));
            await using var store = new DeliveryStore(database);
            var replayed = await store.ReplayAsync(delivery, from, dryRun, cancel);
            Print(replayed);
            Console.WriteLine(replayed.Count == 0 ? "No delivery is stored that this names."
                : dryRun ? $"{replayed.Count} would be acted on again."
                    : $"{replayed.Count} armed; a running service acts on them within seconds (else start whybot serve).");
            return replayed.Count == 0 ? 1 : 0;
        }
        catch (StoreUnavailableException failure)
        {
            return ExitCodes.Fail(ExitCodes.Unreadable, failure.Message);
        }
    }

    private static void Print(IReadOnlyList<PastDelivery> deliveries)
    {
        if (deliveries.Count == 0)
            return;
        var table = new Table().Border(TableBorder.None).AddColumns("received (UTC)", "event", "delivery", "state", "what came of it");
        foreach (var d in deliveries)
            table.AddRow([.. new[] { $"{d.ReceivedAt:yyyy-MM-dd HH:mm:ss}", d.Event, d.Guid, d.State,
                d.Note ?? "" }.Select(Markup.Escape)]);
        Terminal.Output().Write(table);
    }
}
