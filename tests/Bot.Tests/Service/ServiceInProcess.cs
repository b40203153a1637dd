using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Whybot.Benchmarks;
using Whybot.Hosts.Settings;
using Whybot.Hosts.Setup;
using Whybot.Runs.Analyzing;
using Whybot.Testing;
using Whybot.Testing.GitHub;

namespace Whybot.Bot.Tests.Service;

/// <summary>
/// The service inside the test's process, put together as <c>whybot serve</c> does it. It costs a tenth of a process, and can be neither killed nor measured.
/// </summary>
internal sealed class ServiceInProcess(string folder, FakeGitHub? github = null, string? postgres = null) : TestedService(folder, github, postgres)
{
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(10);
    private readonly string _log = Guid.NewGuid().ToString("N");
    private WebApplication? _service;

    /// <summary>Its clock.</summary>
    public ShiftedTime Time { get; } = new();

    public override async Task StartAsync()
    {
        CapturedConsole.To(Text, Text);
        CapturedLogs.Keep(_log, Text);
        _service = ServiceHost.Build(Source(), services => services.AddSingleton<ICommandRunner, CommandsInProcess>().AddSingleton<TimeProvider>(Time));
        await _service.StartAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_service is null)
            return;
        using var late = new CancellationTokenSource(StopWithin);
        await _service.StopAsync(late.Token);
        await _service.DisposeAsync();
        CapturedLogs.Release(_log);
    }

    /// <summary>The file that lies beside the program, and over it what a process would find in its environment.</summary>
    private SettingsSource Source()
    {
        if (Settings.Keys.FirstOrDefault(k => !k.Contains("__", StringComparison.Ordinal)) is { } variable)
            throw new InvalidOperationException($"{variable} is read from the environment, which all tests share; this test needs a process");
        var given = Settings.Select(s => KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), (string?)s.Value));
        return new SettingsSource(new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddInMemoryCollection(given).AddInMemoryCollection(CapturedLogs.Settings(_log)).Build());
    }
}
