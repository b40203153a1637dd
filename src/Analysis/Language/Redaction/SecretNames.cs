using System.Buffers;

namespace Whybot.Analysis.Language.Redaction;

/// <summary>How strongly a name says that its value is secret.</summary>
internal enum NameStrength
{
    None,

    /// <summary>Possibly: <c>key</c>, <c>auth</c>, <c>signature</c>. Only values that look random are secret.</summary>
    Weak,

    /// <summary>Certainly: <c>password</c>, <c>api_key</c>, <c>token</c>.</summary>
    Strong,
}

/// <summary>
/// Names of settings, fields, headers and flags. The meaning of the words is taken from the public rule sets of gitleaks, detect-secrets and Nosey Parker, and
/// from real logs.
/// </summary>
internal static class SecretNames
{
    /// <summary>Anywhere in a name, without its separators.</summary>
    private static readonly SearchValues<string> Strong = SearchValues.Create(
    [
        "password", "passwd", "passphrase", "passcode", "passwort", "kennwort", "contrasen", "contraseñ", "senha", "secret", "token", "apikey", "accesskey",
        "privatekey", "presharedkey", "accountkey",
        "authkey", "sharedkey", "signingkey", "encryptionkey", "storagekey", "masterkey", "servicekey", "licensekey", "subscriptionkey", "applicationkey",
        "appkey", "adminkey", "deploykey",
        "functionskey", "credential", "connectionstring", "sessionid", "sessid", "authorization", "storepass", "keypass", "mnemonic", "dbpass", "userpass",
        "contribsys", "publishprofile",
        "serviceaccountkey", "unsealkey", "hapikey", "clientkeydata", "authident", "sonarlogin", "reporterid",
    ], StringComparison.OrdinalIgnoreCase);

    /// <summary>The last word of a name.</summary>
    private static readonly HashSet<string> StrongEnds = new(StringComparer.OrdinalIgnoreCase)
    {
        "pwd", "psw", "pass", "pat", "creds", "mdp", "sas", "dsn", "bearer", "authkey", "connstr"
    };

    private static readonly HashSet<string> WeakEnds = new(StringComparer.OrdinalIgnoreCase)
    {
        "key", "auth", "sig", "signature", "code", "license", "webhook", "otp", "seed", "sid", "session", "jwt", "team", "salt", "login",
    };

    /// <summary>Names with these endings are about a secret, but do not contain one.</summary>
    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "type", "types", "count", "counts", "name", "names", "id", "ids", "length", "len", "size", "limit", "limits", "expiry", "expires", "expiration",
        "expired", "ttl", "url", "uri", "urls", "endpoint", "path", "paths",
        "file", "files", "dir", "ref", "refs", "version", "policy", "reset", "prompt", "required", "valid", "invalid", "field", "fields", "format", "algorithm",
        "alg", "use", "usage", "scope", "scopes", "budget", "kind",
        "provider", "alias", "label", "title", "index", "manager", "service", "error", "exception", "test", "tests", "stdin", "env", "header", "prefix",
        "suffix", "status", "message", "enabled", "min", "max", "age",
        "tokens", "generator", "factory", "handler", "cache", "source", "mode", "state", "store", "vault", "location", "host", "region", "lifetime", "issuer",
        "audience", "position", "offset", "line", "column", "passes",
        "passed", "class", "helper", "validator", "strength", "encoder", "config", "options", "settings", "interval", "timeout", "fingerprint", "thumbprint",
        "created", "updated", "date", "time", "at", "in", "management",
    };

    /// <summary>Names that contain one of these do not hold a secret.</summary>
    private static readonly SearchValues<string> HarmlessParts = SearchValues.Create(
    [
        "publickeytoken", "publickey", "primarykey", "foreignkey", "cachekey", "restorekey", "idempotencykey", "sortkey", "partitionkey", "metadatatoken",
        "cancellationtoken", "syntaxtoken", "maxtoken", "totaltoken",
        "rowkey", "hashkey", "routingkey", "lookupkey", "objectkey", "dedupkey", "buildkey", "keyid", "prompttoken", "completiontoken", "numtoken",
        "unexpectedtoken", "secretsmanager", "jsonwebtoken", "publictoken", "pubkey", "surrogatekey", "keytab", "usersecretsid", "withcredentials",
        "issuerkeyhash",
        "tokeniz", "tokencount", "secretname", "secretref", "secretkeyref", "restoresessionid",
    ], StringComparison.OrdinalIgnoreCase);

    public static NameStrength Of(ReadOnlySpan<char> name)
    {
        Span<char> joined = stackalloc char[Math.Min(name.Length, 128)];
        var (length, last) = Join(name, joined);
        var whole = joined[..length];
        var end = whole[last..];
        if (Harmless.GetAlternateLookup<ReadOnlySpan<char>>().Contains(end) && !IsSecretId(whole))
            return NameStrength.None;
        if (whole.ContainsAny(HarmlessParts))
            return NameStrength.None;
        if (whole.ContainsAny(Strong) || StrongEnds.GetAlternateLookup<ReadOnlySpan<char>>().Contains(end) && !IsDirectory(whole) && !IsVerdict(name, whole))
            return NameStrength.Strong;
        return WeakEnds.GetAlternateLookup<ReadOnlySpan<char>>().Contains(end) ? NameStrength.Weak : NameStrength.None;
    }

    private static bool IsSecretId(ReadOnlySpan<char> name)
    {
        foreach (var end in (ReadOnlySpan<string>)["reporterid", "secretid", "sessionid", "sessid"])
            if (name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary><c>pass: 12</c> counts passed tests; <c>--pass</c> is a password.</summary>
    private static bool IsVerdict(ReadOnlySpan<char> name, ReadOnlySpan<char> whole) =>
        name[0] != '-' && whole.Equals("pass", StringComparison.OrdinalIgnoreCase);

    /// <summary>A shell's former directory.</summary>
    private static bool IsDirectory(ReadOnlySpan<char> name) => name.SequenceEqual("OLDPWD");

    /// <summary>Removes separators, and finds where the last word begins: after a separator, or where lower case changes to upper case.</summary>
    private static (int Length, int Last) Join(ReadOnlySpan<char> name, Span<char> joined)
    {
        var (length, last) = (0, 0);
        for (var i = 0; i < name.Length && length < joined.Length; i++)
            if (!char.IsLetterOrDigit(name[i]))
                last = i < name.Length - 1 ? length : last;
            else
            {
                if (i > 0 && char.IsUpper(name[i]) && char.IsLower(name[i - 1]))
                    last = length;
                joined[length++] = name[i];
            }
        return (length, last);
    }
}
