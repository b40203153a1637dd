using Serilog;
using Serilog.Events;
using Whybot.Features.Dashboard;

namespace Whybot.Hosts.Service.Logging;

/// <summary>
/// One entry per request: method, path, status, time; never the query or the headers, which may contain secrets. People's requests for pages are logged as
/// information. Requests by machines (webhooks, health, metrics) come by the thousand and are logged for debugging, since deliveries have their own entries.
/// </summary>
internal static class RequestLog
{
    public static void UseRequestLog(this WebApplication app, DashboardSettings pages) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = "{RequestMethod} {RequestPath}: {StatusCode} in {Elapsed:0.0} ms";
        options.IncludeQueryInRequestPath = false;
        options.GetLevel = (context, _, failure) => failure is not null && !context.RequestAborted.IsCancellationRequested ? LogEventLevel.Error
            : pages.IsOn && context.Connection.LocalPort == pages.Port ? LogEventLevel.Information : LogEventLevel.Debug;
    });
}
