using System.Text.RegularExpressions;

namespace Whybot.Analysis.Language.Redaction;

/// <summary>A notation in which a secret has a known place.</summary>
/// <param name="Word">Text that it always contains, in lower case.</param>
/// <param name="Form">Matched starting at the word; the group <c>secret</c> is masked.</param>
/// <param name="Before">Number of characters in front of the word that belong to it.</param>
internal sealed record Construct(string Word, Regex Form, int Before = 0)
{
    /// <summary>It is only matched at the beginning of a word, not inside one.</summary>
    public bool IsWord { get; } = Before == 0 && (Word[0] == '$' || char.IsAsciiLetterOrDigit(Word[0]));
}

/// <summary>Commands that take a password after a short flag, key blocks, webhooks, credential files. Each is documented by its tool.</summary>
internal static partial class Constructs
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
    private const int Time = 200;

    public static readonly IReadOnlyList<Construct> All =
    [
        new("curl", CurlUser()),
        new("wget", CurlUser()),
        new("mysql", MysqlPassword()),
        new("mariadb", MysqlPassword()),
        new("sshpass", SshPass()),
        new(" login", LoginPassword()),
        new("redis-cli", RedisPassword()),
        new("zip ", ZipPassword()),
        new("unzip ", ZipPassword()),
        new("psexec", LoginPassword()),
        new("github-oauth.", ComposerToken()),
        new("nuget push", NugetKey()),
        new("signtool", SigntoolPassword()),
        new("codecov", CodecovToken()),
        new("bcp ", SqlcmdPassword()),
        new("private key-", CutPem(), Before: 40),
        new("sqlcmd", SqlcmdPassword()),
        new("mongosh", LoginPassword()),
        new("ldapsearch", LdapPassword()),
        new("twine upload", LoginPassword()),
        new("htpasswd", Htpasswd()),
        new("sqlplus", Sqlplus()),
        new("net user", NetUser()),
        new("7z ", SevenZip()),
        new("pass:", OpensslPass()),
        new("machine ", Netrc()),
        new("nuget add source", LoginPassword()),
        new("smbclient", SmbUser()),
        new(" -u ", SmbUser()),
        new("lftp", LftpUser()),
        new(" -pw ", PuttyPassword()),
        new("securestring ", SecureString()),
        new("net use", NetUse()),
        new(":5432:", PgPass()),
        new("password for ", PasswordFor()),
        new("passphrase for ", PasswordFor()),
        new("secret set", SecretSet()),
        new("schtasks", TaskPassword()),
        new("networkcredential(", NetworkCredential()),
        new("user-secrets set", UserSecrets()),
        new(" login ", SavedToken()),
        new("ssws ", Okta()),
        new("snyk_", Snyk()),
        new("ya29.", Google()),
        new("$argon2", Hash()),
        new("$2a$", Hash()),
        new("$2b$", Hash()),
        new("$2y$", Hash()),
        new("$6$", Hash()),
        new("$5$", Hash()),
        new("$1$", Hash()),
        new("$krb5", Hash()),
        new("primarykeyid", TinkKey()),
        new("proceed to installation", JenkinsPassword()),
        new("identified by", IdentifiedBy()),
        new("password '", IdentifiedBy()),
        new("bearer ", Bearer()),
        new("add-mask::", AddMask()),
        new("issecret=true", AddMask()),
        new("task.setsecret", AddMask()),
        new("kind: secret", KubernetesSecret()),
        new("rsakeyvalue", XmlKey()),
        new("\"kty\"", JsonKey()),
        new("-----begin", Pem()),
        new("---- begin ssh2", Pem()),
        new("putty-user-key-file", Putty()),
        new("ansible_vault", AnsibleVault()),
        new(";aes256", CutVault()),
        new("ibazcc", Pkcs12(), Before: 8),
        new("hooks.slack", Webhook()),
        new("discord.com/api", Webhook()),
        new("discordapp.com/api", Webhook()),
        new("webhook.office", Webhook()),
        new("office.com/webhook", Webhook()),
        new("office365.com/webhook", Webhook()),
        new("hooks.zapier", Webhook()),
        new("tines.com/webhook", Webhook()),
        new("api.telegram.org/", Telegram()),
        new("please use the following password", JenkinsPassword()),
    ];

    public static void Find(Construct construct, ReadOnlySpan<char> text, int at, Findings found)
    {
        var from = Math.Max(0, at - construct.Before);
        try
        {
            foreach (Match match in construct.Form.Matches(text[from..Math.Min(text.Length, at + Most)].ToString()))
                foreach (Capture secret in match.Groups["secret"].Captures)
                    if (SecretValues.IsSecret(secret.ValueSpan, isTight: true) || secret.Length > LeastLong)
                        found.Add(from + secret.Index, secret.Length);
        }
        catch (RegexMatchTimeoutException)
        {
            // If the search times out, the rest of the line is not shown.
            found.Add(at, Lines.End(text, at) - at);
        }
    }

    /// <summary>In <c>-U name%password</c> the percent sign is not an escape, though it may look like one, so this searches the raw text.</summary>
    public static void FindUsers(ReadOnlySpan<char> text, Findings found)
    {
        for (var at = 0; text[at..].IndexOf(" -U ") is >= 0 and var next; at++)
        {
            at += next;
            if (SmbUser().Match(text.Slice(at, Math.Min(text.Length - at, LongestUser)).ToString()) is { Success: true, Index: 0 } user)
                found.Add(at + user.Groups["secret"].Index, user.Groups["secret"].Length);
        }
    }

    private const int LongestUser = 700;

    /// <summary>A word this long is not a placeholder.</summary>
    private const int LeastLong = 24;

    /// <summary>The longest construct is a key block.</summary>
    private const int Most = 24_000;

    [GeneratedRegex(
        """\G(?:curl|wget)\b(?:[^\r\n]{0,2000}?\s(?:-u|--user|-U|--proxy-user|--oauth2-bearer)[= ]?\s{0,4}["']?(?:[^\s:"']{0,200}:)?(?<secret>[^\s"']{1,256}))+""",
        Options, Time)]
    private static partial Regex CurlUser();

    [GeneratedRegex("""\G(?:mysql|mariadb)[a-z-]{0,12}\b[^\r\n|;]{0,500}?\s-p["']?(?<secret>[^\s"']{3,256})""", Options, Time)]
    private static partial Regex MysqlPassword();

    [GeneratedRegex("""\Gsshpass\s+(?:-v\s+)?-p\s*["']?(?<secret>[^\s"']{1,256})""", Options, Time)]
    private static partial Regex SshPass();

    [GeneratedRegex(
        """\G(?: login|psexec|mongosh|twine upload|nuget add source)\b[^\r\n|;]{0,400}?\s-p[= ]\s{0,4}["']?(?<secret>[^\s"']{3,4000})""",
        Options, Time)]
    private static partial Regex LoginPassword();

    [GeneratedRegex("""\Gredis-cli\b[^\r\n|;]{0,300}?\s(?:-a|--pass)\s+["']?(?<secret>[^\s"']{3,256})""", Options, Time)]
    private static partial Regex RedisPassword();

    [GeneratedRegex("""\G(?:un)?zip [^\r\n]{0,200}?(?<=\s)-P\s*(?<secret>[^\s"']{3,256})""", RegexOptions.CultureInvariant, Time)]
    private static partial Regex ZipPassword();

    [GeneratedRegex("""\Gnuget push\b[^\r\n]{0,400}?\s(?:-k|-ApiKey|--api-key)\s+["']?(?<secret>[^\s"']{8,400})""", Options, Time)]
    private static partial Regex NugetKey();

    [GeneratedRegex("""\Ggithub-oauth\.\S{1,200}\s+["']?(?<secret>[^\s"']{16,256})""", Options, Time)]
    private static partial Regex ComposerToken();

    [GeneratedRegex("""\Gsecret set\s+\S{1,200}[^\r\n]{0,200}?\s(?:-b|--body)\s+["']?(?<secret>[^\s"']{4,4000})""", Options, Time)]
    private static partial Regex SecretSet();

    [GeneratedRegex("""\Gschtasks\b[^\r\n]{0,400}?\s/rp\s+["']?(?<secret>[^\s"']{3,256})""", Options, Time)]
    private static partial Regex TaskPassword();

    [GeneratedRegex("""\Gsigntool\b[^\r\n]{0,400}?\s/p\s+["']?(?<secret>[^\s"']{3,256})""", Options, Time)]
    private static partial Regex SigntoolPassword();

    [GeneratedRegex("""\Gcodecov\b[^\r\n]{0,300}?\s-t\s+["']?(?<secret>[^\s"']{16,256})""", Options, Time)]
    private static partial Regex CodecovToken();

    [GeneratedRegex("""\G(?:sqlcmd|bcp)\b[^\r\n|;]{0,400}?\s-P\s*["']?(?<secret>[^\s"']{3,256})""", RegexOptions.CultureInvariant, Time)]
    private static partial Regex SqlcmdPassword();

    [GeneratedRegex("""\Gldapsearch\b[^\r\n|;]{0,400}?\s-w\s*["']?(?<secret>[^\s"']{3,256})""", RegexOptions.CultureInvariant, Time)]
    private static partial Regex LdapPassword();

    [GeneratedRegex("""\Ghtpasswd\s+-(?:[a-z]*n[a-z]*|[a-z]*b[a-z]*\s+\S+)\s+\S+\s+["']?(?<secret>[^\s"']{3,256})""", Options, Time)]
    private static partial Regex Htpasswd();

    [GeneratedRegex("""\Gsqlplus\s+(?:-\w+\s+)*["']?\w+/(?<secret>[^\s"'@]{3,256})@""", Options, Time)]
    private static partial Regex Sqlplus();

    [GeneratedRegex("""\Gnet user\s+\w+\s+(?<secret>[^\s/"']{3,256})""", Options, Time)]
    private static partial Regex NetUser();

    [GeneratedRegex("""\G7z\s[^\r\n]{0,200}?\s-p(?<secret>[^\s"']{3,256})""", Options, Time)]
    private static partial Regex SevenZip();

    [GeneratedRegex("""\Gpass:(?<secret>[^\s"':]{4,256})""", Options, Time)]
    private static partial Regex OpensslPass();

    [GeneratedRegex("""\Gmachine\s+\S{1,200}\s+login\s+\S{1,200}\s+password\s+(?<secret>\S{1,256})""", Options, Time)]
    private static partial Regex Netrc();

    [GeneratedRegex("""\G(?:smbclient\b[^\r\n]{0,300}?)? -U ["']?[\w\\.-]{1,60}%(?<secret>[^\s"']{3,256})""", RegexOptions.CultureInvariant, Time)]
    private static partial Regex SmbUser();

    [GeneratedRegex("""\Glftp\b[^\r\n]{0,300}?\s-u\s*["']?[^\s,"']{1,100},(?<secret>[^\s"']{3,256})""", Options, Time)]
    private static partial Regex LftpUser();

    [GeneratedRegex("""\G -pw ["']?(?<secret>[^\s"']{3,256})""", Options, Time)]
    private static partial Regex PuttyPassword();

    [GeneratedRegex("""\Gsecurestring\s+(?:-String\s+)?["'](?<secret>[^"'\r\n]{3,256})["']""", Options, Time)]
    private static partial Regex SecureString();

    [GeneratedRegex("""\Gnet use\s+(?:\S:\s+)?\\{1,2}\S+\s+(?<secret>[^\s/"'*]{3,256})\s+/user""", Options, Time)]
    private static partial Regex NetUse();

    [GeneratedRegex("""\G:5432:[^\s:/]{1,64}:[^\s:/]{1,64}:(?<secret>[^\s:/"']{3,256})""", Options, Time)]
    private static partial Regex PgPass();

    [GeneratedRegex("""\G(?:password|passphrase) for [^\r\n"':]{1,100}?(?: is| was set to| set to|:|=)\s*["']?(?<secret>[^\s"']{4,256})""", Options, Time)]
    private static partial Regex PasswordFor();

    [GeneratedRegex("""\Gnetworkcredential\(\s*"[^"\r\n]{0,200}"\s*,\s*"(?<secret>[^"\r\n]{3,256})""", Options, Time)]
    private static partial Regex NetworkCredential();

    [GeneratedRegex("""\Guser-secrets set\s+["']?\S{1,200}["']?\s+["']?(?<secret>[^\s"']{3,1000})""", Options, Time)]
    private static partial Regex UserSecrets();

    [GeneratedRegex("""\G login (?<secret>(?=[A-Za-z]*\d)[A-Za-z0-9_.-]{12,400})(?=["'\s]|$)""", Options, Time)]
    private static partial Regex SavedToken();

    [GeneratedRegex("""\Gssws (?<secret>[A-Za-z0-9_-]{20,200})""", Options, Time)]
    private static partial Regex Okta();

    [GeneratedRegex("""\G(?<secret>snyk_[us]at\.[0-9a-f]{8}\.[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]{10,})?)""", Options, Time)]
    private static partial Regex Snyk();

    [GeneratedRegex("""\G(?<secret>ya29\.[A-Za-z0-9_.-]{20,2048})""", Options, Time)]
    private static partial Regex Google();

    [GeneratedRegex("""\G(?<secret>\$(?:argon2|krb5|[0-9][abxy]?)[^\s"'<>;]{20,2000}(?:\s(?:\S{20,40}Z ){0,2}[^\s"'<>;]*[$=][^\s"'<>;]*)?)""", Options, Time)]
    private static partial Regex Hash();

    [GeneratedRegex(""""\Gprimarykeyid["\s:]+\d+[\s\S]{0,400}?"value"\s*:\s*"(?<secret>[A-Za-z0-9+/=]{20,8000})"""", Options, Time)]
    private static partial Regex TinkKey();

    [GeneratedRegex("""\G(?:identified by|password)\s+(?:password\s+)?'(?<secret>[^'\r\n]{1,256})'""", Options, Time)]
    private static partial Regex IdentifiedBy();

    [GeneratedRegex("""\Gbearer\s+(?<secret>(?=[^\s]{0,200}\d)[A-Za-z0-9._~+/-]{16,8192}=*)""", Options, Time)]
    private static partial Regex Bearer();

    [GeneratedRegex("""\G(?:add-mask::|issecret=true[^\]\r\n]{0,200}\]|task\.setsecret\])(?<secret>[^\s]{3,4000})""", Options, Time)]
    private static partial Regex AddMask();

    [GeneratedRegex(
        """\Gkind: secret\b[\s\S]{0,1000}?\b(?:data|stringData):(?:[ \t]*\r?\n[^\n:]{0,60}?[ ]{1,12}[\w.-]+:[ ]*["']?(?<secret>[^\s"']{4,8000})["']?)+""",
        Options, Time)]
    private static partial Regex KubernetesSecret();

    [GeneratedRegex("""\Grsakeyvalue>[\s\S]{16,8000}?<D>(?<secret>[A-Za-z0-9+/=\s]{20,8000})</D>""", Options, Time)]
    private static partial Regex XmlKey();

    [GeneratedRegex("""\G"kty"\s*:\s*"(?:RSA|EC|OKP|oct)"(?:[^{}]{0,4000}?"(?:d|k|p|q|dp|dq|qi)"\s*:\s*"(?<secret>[A-Za-z0-9_-]{20,4000})")+""", Options, Time)]
    private static partial Regex JsonKey();

    /// <summary>A line may break within a word, and a log writes a time before the next one.</summary>
    private const string Break = @"(?:\r?\n(?:\S{20,40}Z ){0,2})?";
    private const string PrivateKey = $"P{Break}R{Break}I{Break}V{Break}A{Break}T{Break}E{Break}[ ]{Break}K{Break}E{Break}Y{Break}";

    /// <summary>Up to its end marker or, if that is cut off, as far as lines look like those of a key.</summary>
    private const string Key = """(?<secret>[\s\S]{0,20000}?)(?:-{4,5}\ ?end\ |\z|(?=\n[^\n]{0,80}?[^\n\w+/=:,.\s|>"'\\-][^\n]*))""";

    [GeneratedRegex($$"""\G-{4,5}\ ?begin\ [A-Z0-9 ]{0,40}{{PrivateKey}}(?:\ block)?\ ?(?:-{{Break}}){4,5}{{Key}}""", Options, Time)]
    private static partial Regex Pem();

    /// <summary>The same, if its first line is broken before these words.</summary>
    [GeneratedRegex($$"""(?<!end\ [A-Z0-9 ]{0,24})private\ key(?:\ block)?-{4,5}{{Key}}""", Options, Time)]
    private static partial Regex CutPem();

    [GeneratedRegex("""\Gputty-user-key-file-\d:(?<secret>[\s\S]{16,20000}?)(?:private-(?:mac|hash):\s*[0-9a-f]{32,64}|\z)""", Options, Time)]
    private static partial Regex Putty();

    [GeneratedRegex("""\Gansible_vault;(?<secret>[\s\S]{0,90}?[0-9a-f]{16,80}(?:\s+(?:\S{20,40}Z\s+){0,6}[0-9a-f]{1,80}(?![^\s"'<])){0,400})""", Options, Time)]
    private static partial Regex AnsibleVault();

    /// <summary>The same, if its first line is broken before these words.</summary>
    [GeneratedRegex("""\G;aes256(?:;[^\s\\]{1,80})?(?<secret>(?:\s+(?:\S{20,40}Z\s+){0,6}[0-9a-f]{1,80}(?![^\s"'<])){1,400})""", Options, Time)]
    private static partial Regex CutVault();

    [GeneratedRegex("""(?<secret>MI[I-L][A-Za-z0-9+/]{2}[AQgw]IBAzCC[A-Za-z0-9+/\r\n]{40,20000}={0,2})""", RegexOptions.CultureInvariant, Time)]
    private static partial Regex Pkcs12();

    [GeneratedRegex(
        """\G[a-z0-9.-]+/(?:services/|workflows/|triggers/|api/(?:v\d{1,2}/)?webhooks/|webhookb2/|webhook/|hooks/catch/)?(?<secret>[^\s"'<>`)]{16,400})""",
        Options, Time)]
    private static partial Regex Webhook();

    [GeneratedRegex("""\Gapi\.telegram\.org/(?:file/)?bot(?<secret>\d{5,16}:[A-Za-z0-9_-]{30,45})""", Options, Time)]
    private static partial Regex Telegram();

    [GeneratedRegex(
        """\G(?:please use the following password|proceed to installation)[^\n]*\s+(?:\S{20,40}Z\s+){0,6}(?<secret>[0-9a-f]{4,36}(?:\s(?:\S{20,40}Z ){0,2}[0-9a-f]{4,36})?)\b""",
        Options, Time)]
    private static partial Regex JenkinsPassword();
}
