using System.Reflection;
using Microsoft.Extensions.Options;
using Serilog;
using Serilog.Events;
using Serilog.Settings.Configuration;
using Whybot.Foundation.Masking;
using Whybot.Hosts.Settings;

namespace Whybot.Hosts.Service.Logging;

/// <summary>The log: levels and sinks come from section <c>Serilog</c> of the settings, with <see cref="MaskingSink"/> in front of all sinks.</summary>
internal static class ServiceLog
{
    private const string Levels = "Serilog:MinimumLevel";

    public static IServiceCollection AddServiceLog(this IServiceCollection services, SettingsSource settings) =>
        services.AddLogging().AddSerilog((provider, log) => Configure(log, settings.Readable, provider.GetRequiredService<ConfiguredSecrets>),
            preserveStaticLogger: true);

    /// <summary>What prevents the log from being created; null if nothing does.</summary>
    public static string? Problem(SettingsSource settings)
    {
        try
        {
            using var sinks = Sinks(settings.Readable);
            return null;
        }
        catch (OptionsValidationException wrong)
        {
            return wrong.Message;
        }
    }

    /// <summary>
    /// Levels are applied before anything is masked; the sinks behind accept everything. ASP.NET Core's own request entries include the query, so
    /// <see cref="RequestLog"/> replaces them whatever the settings say.
    /// </summary>
    private static void Configure(LoggerConfiguration log, IConfiguration settings, Func<ConfiguredSecrets> own) =>
        log.ReadFrom.Configuration(Part(settings, ofLevels: true), new ConfigurationReaderOptions(typeof(LoggerConfiguration).Assembly))
            .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LogEventLevel.Warning)
            .WriteTo.Sink(new MaskingSink(own, Sinks(settings)));

    /// <exception cref="OptionsValidationException">Serilog rejects the contents of section <c>Serilog</c>.</exception>
    private static Serilog.Core.Logger Sinks(IConfiguration settings)
    {
        try
        {
            return new LoggerConfiguration().ReadFrom.Configuration(Part(settings, ofLevels: false), new ConfigurationReaderOptions([.. Assemblies(settings)]))
                .MinimumLevel.Verbose().CreateLogger();
        }
        catch (Exception refused)
        {
            throw new OptionsValidationException("Serilog", typeof(LoggerConfiguration),
                [$"Serilog: {SettingsSource.WithoutSecrets(refused.GetBaseException().Message)}"]);
        }
    }

    /// <summary>
    /// Where sinks, enrichers and formatters are looked up: in the assemblies named by <c>Using</c>, and in the built-in ones. Serilog would otherwise read the
    /// list of all assemblies of the program, which takes a tenth of the startup time.
    /// </summary>
    private static IEnumerable<Assembly> Assemblies(IConfiguration settings) =>
        settings.GetSection("Serilog:Using").GetChildren().Select(u => u.Value).OfType<string>().Select(u => Assembly.Load(new AssemblyName(u)))
            .Concat([typeof(LoggerConfiguration).Assembly, typeof(ConsoleLoggerConfigurationExtensions).Assembly,
            typeof(FileLoggerConfigurationExtensions).Assembly]).Distinct();

    private static IConfiguration Part(IConfiguration settings, bool ofLevels) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.GetSection("Serilog").AsEnumerable().Where(s => s.Value is not null && IsOfLevels(s.Key) == ofLevels)).Build();

    private static bool IsOfLevels(string key) => $"{key}:".StartsWith($"{Levels}:", StringComparison.OrdinalIgnoreCase);
}
