namespace Whybot.Analysis.Inputs.Settings;

/// <summary>One check of a service.</summary>
/// <param name="Kind">http, version, reports, websocket, redis, postgres, tcp, tls or dns.</param>
/// <param name="Target">A path below the service's URL for http, version, reports and websocket; host:port otherwise.</param>
public sealed record ProbeSettings(string Kind, string Target)
{
    private static readonly IReadOnlyDictionary<string, string> NoFields = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>http: the expected status; null for any 2xx.</summary>
    public int? Status { get; init; }

    /// <summary>http: fields of the JSON answer, by dotted path, with the required text.</summary>
    public IReadOnlyDictionary<string, string> Json { get; init; } = NoFields;

    /// <summary>The longest time that the answer may take; null for no budget.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>version: the field that contains the revision, by dotted path; null for the whole answer.</summary>
    public string? Field { get; init; }

    /// <summary>reports: settings and secrets that the service must report having; names only.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>websocket: subprotocols to offer; one of them must be chosen.</summary>
    public IReadOnlyList<string> Subprotocols { get; init; } = [];

    /// <summary>websocket: texts that the first messages must contain, in this order.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>tls: minimum number of days that the certificate must remain valid.</summary>
    public int? Days { get; init; }

    /// <summary>postgres: a query that must return a row; needs a connection string in the server's settings.</summary>
    public string? Query { get; init; }

    /// <summary>It checks the service's own URL, and the fallback's if that fails.</summary>
    public bool OfUrl => Kind is "http" or "version" or "reports" or "websocket";
}
