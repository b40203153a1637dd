namespace Whybot.Analysis.Settings;

/// <summary>One look at a service.</summary>
/// <param name="Kind">http, version, reports, websocket, redis, postgres, tcp, tls or dns.</param>
/// <param name="Target">A path below the service's URL for http, version, reports and websocket; host:port otherwise.</param>
public sealed record ProbeSettings(string Kind, string Target)
{
    private static readonly IReadOnlyDictionary<string, string> NoFields = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>http: the status that is expected; any 2xx when null.</summary>
    public int? Status { get; init; }

    /// <summary>http: fields of the JSON answer, by dotted path, with the text they must have.</summary>
    public IReadOnlyDictionary<string, string> Json { get; init; } = NoFields;

    /// <summary>The longest time that the answer may take; null for no budget.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>version: the field that holds the revision, by dotted path; the whole answer when null.</summary>
    public string? Field { get; init; }

    /// <summary>reports: settings and secrets that the service must say it has; names only.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>websocket: subprotocols to offer; one of them must be chosen.</summary>
    public IReadOnlyList<string> Subprotocols { get; init; } = [];

    /// <summary>websocket: texts that the first messages must hold, in this order.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>tls: days that the certificate must still be good for.</summary>
    public int? Days { get; init; }

    /// <summary>postgres: a query that must give a row; needs a connection string in the server's settings.</summary>
    public string? Query { get; init; }

    /// <summary>It looks at the service's own URL, and at the fallback's when that fails.</summary>
    public bool OfUrl => Kind is "http" or "version" or "reports" or "websocket";
}
