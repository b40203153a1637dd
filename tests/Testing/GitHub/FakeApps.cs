using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Whybot.Testing.GitHub.Contract;

namespace Whybot.Testing.GitHub;

/// <summary>The App, its key and its tokens: who may ask for what.</summary>
public sealed class FakeApps(FakeGitHub github)
{
    public const long AppId = 4711;
    public const long InstallationId = 99;
    public const string Slug = "whybot";

    /// <summary>One key for all tests: to make one takes longer than most of them need of GitHub.</summary>
    private static readonly string Pem = NewKey();

    private readonly RSA _key = KeyOf(Pem);
    private readonly Dictionary<string, Token> _tokens = new(StringComparer.Ordinal);

    /// <param name="Repositories">To which it is narrowed; null for all.</param>
    /// <param name="Permissions">Null for all that the installation has.</param>
    private sealed record Token(DateTimeOffset Until, IReadOnlyList<long>? Repositories, IReadOnlyDictionary<string, string>? Permissions);
    private readonly List<JsonObject> _deliveries = [];

    public string PrivateKey => Pem;

    /// <summary>A plain token that acts as a person would, or as Actions does.</summary>
    public string? PlainToken { get; set; }

    /// <summary>Whom the plain token belongs to; null for Actions' own, which may not ask.</summary>
    public string? PlainLogin { get; set; }

    public Dictionary<string, string> Permissions { get; } = new(StringComparer.Ordinal)
    {
        ["metadata"] = "read",
        ["actions"] = "write",
        ["checks"] = "write",
        ["issues"] = "write",
        ["merge_queues"] = "read",
        ["pull_requests"] = "write",
        ["contents"] = "read",
        ["deployments"] = "read",
    };

    public List<string> Events { get; } = ["check_run", "check_suite", "deployment_status", "issue_comment", "issues", "merge_group", "pull_request",
        "pull_request_review", "pull_request_review_comment", "push", "repository",
        "workflow_job", "workflow_run"];

    public string HookUrl { get; set; } = "https://whybot.example/webhooks/github";

    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>All installations of the App; more than the one where repositories are transferred.</summary>
    public HashSet<long> Installations { get; } = [InstallationId];

    /// <summary>How often a token was asked for.</summary>
    public int TokensGiven { get; private set; }

    /// <summary>Deliveries that were asked for again, by id.</summary>
    public List<long> Redelivered { get; } = [];

    /// <summary>Makes all tokens invalid, as a suspension or an expiry does.</summary>
    public void ForgetTokens() => _tokens.Clear();

    public void AddDelivery(long id, string guid, string status, int code, DateTimeOffset at) => _deliveries.Insert(0, new JsonObject
    {
        ["id"] = id,
        ["guid"] = guid,
        ["delivered_at"] = at.ToString("O", CultureInfo.InvariantCulture),
        ["redelivery"] = false,
        ["duration"] = 0.1,
        ["status"] = status,
        ["status_code"] = code,
        ["event"] = "workflow_run",
        ["action"] = "completed",
        ["installation_id"] = InstallationId,
        ["repository_id"] = 1,
        ["throttled_at"] = null,
    });

    internal IEnumerable<FakeRoute> Routes() =>
    [
        FakeRoute.Of("GET", "/app", "app", _ => FakeAnswer.Ok(github.Shape("integration", About()))),
        FakeRoute.Of("GET", "/app/hook/config", "app", _ => FakeAnswer.Ok(new JsonObject { ["url"] = HookUrl, ["content_type"] = "json",
            ["insecure_ssl"] = "0", ["secret"] = "********" })),
        FakeRoute.Of("GET", "/app/hook/deliveries", "app", _ => FakeAnswer.Ok(new JsonArray([.. _deliveries.Select(d => d.DeepClone())]))),
        FakeRoute.Of("POST", "/app/hook/deliveries/{id}/attempts", "app", request =>
        {
            Redelivered.Add(request.Long("id"));
            return new FakeAnswer(202, new JsonObject());
        }),
        FakeRoute.Of("GET", "/app/installations", "app", _ => FakeAnswer.Ok(new JsonArray(Installation()))),
        FakeRoute.Of("GET", "/app/installations/{id}", "app", r => Installations.Contains(r.Long("id"))
            ? FakeAnswer.Ok(github.Describes ? Installation() : new JsonObject { ["id"] = InstallationId, ["permissions"] = PermissionsJson(),
            ["events"] = EventsJson() }) : FakeAnswer.NotFound),
        FakeRoute.Of("POST", "/app/installations/{id}/access_tokens", "app", GiveToken),
        FakeRoute.Of("GET", "/rate_limit", "", _ => FakeAnswer.Ok(RateLimit())),
        FakeRoute.Of("GET", "/user", "", _ => PlainLogin is { } login
            ? FakeAnswer.Ok(SchemaSample.Of(github.Api, github.Api.Find("GET", "/user")!.Answer(200), new JsonObject { ["login"] = login }))
            : FakeAnswer.Error(403, "Resource not accessible by integration")),
    ];

    /// <summary>Why a request is refused; null when it may go on.</summary>
    internal FakeAnswer? Refuse(FakeRequest request, FakeRoute route)
    {
        var header = request.Header("Authorization");
        var token = header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : "";
        if (route.Permission == "app")
            return IsJwt(token) ? null : FakeAnswer.Error(401, "A JSON web token could not be decoded");
        var given = _tokens.GetValueOrDefault(token);
        if (token.Length == 0 || (token != PlainToken && !(given?.Until > DateTimeOffset.UtcNow)))
            return FakeAnswer.Error(401, "Bad credentials");
        if (given?.Repositories is { } only && request.Parts.TryGetValue("repo", out var repository)
            && !only.Contains(github.Repositories.GetValueOrDefault($"{request.Parts["owner"]}/{repository}")?.Id ?? 0))
            return FakeAnswer.NotFound;
        if (route.Permission.Split(':') is not [var what, var level])
            return null;
        // A permission that was taken away since is in no token any more.
        var has = Permissions.GetValueOrDefault(what) is { } granted && given?.Permissions is { } narrowed
            ? narrowed.GetValueOrDefault(what) is "write" && granted == "write" ? "write" : narrowed.ContainsKey(what) ? "read" : null
            : Permissions.GetValueOrDefault(what);
        return has == "write" || (has is not null && level == "read") ? null
            : FakeAnswer.Error(403, "Resource not accessible by integration") with
            {
                Headers =
            new() { ["X-Accepted-GitHub-Permissions"] = $"{what}={level}" }
            };
    }

    /// <summary>Who writes: the App, or whom the plain token belongs to.</summary>
    internal JsonObject Author(FakeRequest request) =>
        request.Header("Authorization") == $"Bearer {PlainToken}" ? User(PlainLogin ?? "github-actions[bot]", PlainLogin is null ? "Bot" : "User")
        : User($"{Slug}[bot]", "Bot");

    internal JsonNode? Via(FakeRequest request) => request.Header("Authorization") == $"Bearer {PlainToken}" ? null : App();

    /// <summary>The App as other answers name it.</summary>
    public JsonNode App() => github.Shape("integration", About());

    public JsonObject User(string login, string type = "User") =>
        (JsonObject)github.Shape("simple-user", new JsonObject
        {
            ["login"] = login,
            ["type"] = type,
            ["id"] = 1000 + Math.Abs(login.GetHashCode(StringComparison.Ordinal) % 1000)
        });

    private JsonNode Installation() => github.Shape("installation", new JsonObject
    {
        ["id"] = InstallationId,
        ["app_id"] = AppId,
        ["permissions"] = PermissionsJson(),
        ["events"] = EventsJson(),
        ["account"] = Account(),
    });

    /// <summary>GitHub describes it as a user and an enterprise in one.</summary>
    private JsonNode Account()
    {
        var installation = github.Api.Find("GET", "/app/installations")!.Answer(200).GetProperty("items").GetProperty("properties").GetProperty("account");
        return SchemaSample.Of(github.Api, installation, new JsonObject { ["login"] = "team" });
    }

    private JsonObject About() => new()
    {
        ["id"] = AppId,
        ["slug"] = Slug,
        ["name"] = "Whybot",
        ["permissions"] = PermissionsJson(),
        ["events"] = EventsJson(),
        ["owner"] = User("team")
    };

    private JsonObject PermissionsJson() => new(Permissions.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value)));

    private JsonArray EventsJson() => [.. Events.Select(e => (JsonNode)e)];

    private FakeAnswer GiveToken(FakeRequest request)
    {
        if (!Installations.Contains(request.Long("id")))
            return FakeAnswer.NotFound;
        var repositories = request.Body is { } scope && scope.TryGetProperty("repository_ids", out var ids)
            ? ids.EnumerateArray().Select(n => n.GetInt64()).ToList() : null;
        var permissions = request.Body is { } wants && wants.TryGetProperty("permissions", out var levels)
            ? levels.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal) : null;
        if (repositories?.Exists(r => github.Repositories.Values.All(k => k.Id != r)) == true)
            return FakeAnswer.Error(422, "There is at least one repository that does not exist or is not accessible to the parent installation.");
        if (permissions?.Any(p => Permissions.GetValueOrDefault(p.Key) is not { } has || (p.Value == "write" && has != "write")) == true)
            return FakeAnswer.Error(422, "The permissions requested are not granted to this installation.");
        TokensGiven++;
        // As long as GitHub's may be, with dots in it.
        var token = $"ghs_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(200))}.{TokensGiven}";
        var until = DateTimeOffset.UtcNow + TokenLifetime;
        _tokens[token] = new Token(until, repositories, permissions);
        return FakeAnswer.Created(new JsonObject
        {
            ["token"] = token,
            ["expires_at"] = until.ToString("O", CultureInfo.InvariantCulture),
            ["permissions"] = PermissionsJson(),
            ["repository_selection"] = "all"
        });
    }

    private JsonObject RateLimit()
    {
        JsonObject Limit() => new()
        {
            ["limit"] = 5000,
            ["remaining"] = github.Remaining,
            ["reset"] = DateTimeOffset.UtcNow.AddHours(1)
            .ToUnixTimeSeconds(),
            ["used"] = 0
        };
        return new JsonObject { ["resources"] = new JsonObject { ["core"] = Limit(), ["search"] = Limit() }, ["rate"] = Limit() };
    }

    /// <summary>RS256 with the App's key; issued not after now, valid for at most 10 min.</summary>
    private bool IsJwt(string token)
    {
        if (token.Split('.') is not [var head, var claims, var signature]
            || !_key.VerifyData(Encoding.ASCII.GetBytes($"{head}.{claims}"), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1))
            return false;
        using var read = JsonDocument.Parse(Base64Url.DecodeFromChars(claims));
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var (issued, expires) = (read.RootElement.GetProperty("iat").GetInt64(), read.RootElement.GetProperty("exp").GetInt64());
        return read.RootElement.GetProperty("iss").ToString() == AppId.ToString(CultureInfo.InvariantCulture) && issued <= now && expires > now
            && expires <= now + 600;
    }

    private static string NewKey()
    {
        using var key = RSA.Create(2048);
        return key.ExportRSAPrivateKeyPem();
    }

    private static RSA KeyOf(string pem)
    {
        var key = RSA.Create();
        key.ImportFromPem(pem);
        return key;
    }
}
