using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Whybot.Foundation.Storage;

namespace Whybot.Features.Dashboard;

/// <summary>
/// Decides who may see the pages. Without a login, only this machine may: the socket is bound to it, and if someone else's page uses a host name that resolves
/// to this machine (DNS rebinding), the request is rejected because of that name. Nothing can be changed here, so there is nothing to forge.
/// </summary>
internal sealed class DashboardAccess(DashboardSettings settings)
{
    /// <summary>No scripts, no images or styles from elsewhere, and no framing.</summary>
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private readonly IReadOnlyList<IPNetwork> _proxies = settings.ProxyNetworks();
    private readonly byte[]? _secret = settings.Secret is { } secret ? Hash(secret) : null;

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await AdmitAsync(context, next);
        }
        catch (StoreUnavailableException) when (!context.Response.HasStarted)
        {
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "The store does not answer just now; the service goes on once it does.");
        }
    }

    private Task AdmitAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            headers.Allow = HttpMethods.Get;
            return RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, "These pages can only be read.");
        }
        if (!settings.AsksForLogin)
            return IsLocal(context.Request.Host.Host) ? next(context)
                : RefuseAsync(context, StatusCodes.Status421MisdirectedRequest,
                "Without a login these pages answer to localhost only. Set Whybot__Dashboard__Secret to reach them by another name.");
        if (IsSignedIn(context) || KnowsSecret(context.Request.Headers.Authorization))
            return next(context);
        if (_secret is not null)
            headers.WWWAuthenticate = "Basic realm=\"Whybot: any user, the dashboard's secret as password\", charset=\"UTF-8\"";
        return RefuseAsync(context, StatusCodes.Status401Unauthorized, _secret is null
            ? "Sign in at the proxy in front of these pages." : "The dashboard's secret is needed, as the password of any user.");
    }

    private static bool IsLocal(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>Anyone who can reach the port could send the header, so it is trusted only from the proxy.</summary>
    private bool IsSignedIn(HttpContext context) =>
        settings.UserHeader is { } name && context.Request.Headers.TryGetValue(name, out var user) && !StringValues.IsNullOrEmpty(user)
        && context.Connection.RemoteIpAddress is { } from && _proxies.Any(p => p.Contains(from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from));

    private bool KnowsSecret(StringValues authorization)
    {
        if (_secret is null || authorization is not [{ } value])
            return false;
        var given = value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? value["Bearer ".Length..]
            : value.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) ? Password(value["Basic ".Length..]) : null;
        return given is not null && CryptographicOperations.FixedTimeEquals(Hash(given), _secret);
    }

    private static string? Password(string encoded)
    {
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length))
            return null;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        return text.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? text[(colon + 1)..] : null;
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static Task RefuseAsync(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(why + "\n");
    }
}
