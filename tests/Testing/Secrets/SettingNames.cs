using System.Text.RegularExpressions;

namespace Whybot.Testing.Secrets;

/// <summary>Names of settings as real configuration has them, and lines in which they are given their value.</summary>
internal sealed partial class SettingNames(Random random)
{
    private static readonly string[] Headers = ["{N}: {V}", "curl -H \"{N}: {V}\" https://api.example", """{"{N}": "{V}"}""", "> {N}: {V}"];
    private static readonly string[] Given = ["{N}={V}", "export {N}={V}", "{N}=\"{V}\"", "{N}: {V}", """{"{N}": "{V}"}""", "{N} = '{V}'",
        "docker run -e {N}={V} shop"];

    /// <summary>A line that gives the value to a name of the kind.</summary>
    public SecretPlace Of(SecretKind kind)
    {
        var name = kind.Names[random.Next(kind.Names.Count)];
        return name[0] == '=' ? Exactly(name[1..]) : OfVendor(name, Word(kind.Id));
    }

    private SecretPlace Exactly(string name) =>
        Line(Any(name.Contains('-') ? Headers : name.Contains('.') ? ["-D{N}={V}", "{N}={V}"] : Given), name);

    private SecretPlace OfVendor(string vendor, string word)
    {
        var snake = $"{vendor}_{word}".Replace('-', '_');
        var pascal = Begin().Replace(snake, m => m.Groups[1].Value.ToUpperInvariant());
        return random.Next(7) switch
        {
            0 => Line(Any(Given), snake.ToUpperInvariant()),
            1 => Line("{N}: \"{V}\"", snake),
            2 => Line("""{"{N}": "{V}", "region": "eu"}""", char.ToLowerInvariant(pascal[0]) + pascal[1..]),
            3 => Line("shopctl notify --{N} {V}", snake.Replace('_', '-')),
            4 => Line("X-{N}: {V}", string.Join('-', snake.Split('_').Where(w => w.Length > 0).Select(w => char.ToUpperInvariant(w[0]) + w[1..]))),
            5 => Line("{N}={V}", snake.Replace('_', '.')),
            _ => Line("""<add key="{N}" value="{V}" />""", pascal),
        };
    }

    private static SecretPlace Line(string template, string name) =>
        new(template.Replace("{N}", "name", StringComparison.Ordinal), template.Replace("{N}", name, StringComparison.Ordinal));

    private string Word(string kind) => Any(kind switch
    {
        _ when kind.Contains("secret-key", StringComparison.Ordinal) => ["secret_key", "secret"],
        _ when kind.Contains("secret", StringComparison.Ordinal) => ["client_secret", "secret", "app_secret"],
        _ when kind.Contains("access-key", StringComparison.Ordinal) => ["access_key", "api_key"],
        _ when kind.Contains("private-key", StringComparison.Ordinal) => ["private_key"],
        _ when kind.Contains("token", StringComparison.Ordinal) => ["token", "api_token", "access_token", "auth_token"],
        _ when kind.Contains("key", StringComparison.Ordinal) => ["api_key", "key", "apikey"],
        _ when kind.Contains("credential", StringComparison.Ordinal) => ["password", "api_key"],
        _ => ["token", "api_token"],
    });

    private string Any(string[] among) => among[random.Next(among.Length)];

    [GeneratedRegex("(?:^|_)([a-z0-9])", RegexOptions.None, 1000)]
    private static partial Regex Begin();
}
