namespace Whybot.Testing.Secrets;

/// <summary>What stands around a secret.</summary>
/// <param name="Template">The text, with <c>{V}</c> for the value.</param>
public sealed record SecretPlace(string Name, string Template)
{
    private const string Value = "{V}";

    /// <summary>Of values that are secret by themselves: nothing around them says so.</summary>
    public static IReadOnlyList<SecretPlace> OfTokens { get; } =
    [
        new("bare", Value), new("assignment", "DEPLOY_INPUT={V}"), new("json", """{"value": "{V}", "attempt": 2}"""), new("yaml", "    value: {V}"),
        new("quotes", "got '{V}' from the vault"),
        new("double quotes", "got \"{V}\" from the vault"), new("query", "GET https://api.example/v1/orders?state={V}&page=2 answered 401"),
        new("header", "Authorization: Bearer {V}"),
        new("flag", "shopctl push --token {V} --force"), new("sentence", "The service answered 401 for {V}, which has expired."),
        new("test name", "FAILED tests/test_login.py::test_login[{V}] - KeyError: 'user'"), new("glued", "=== RUN   TestLogin/user_{V}"),
        new("stack", "System.InvalidOperationException: login with {V} failed\n   at Shop.Orders.Total() in /src/Orders.cs:line 12"),
    ];

    /// <summary>Of blocks and of lines that bear a secret: they cannot stand in quotes or in a URL.</summary>
    public static IReadOnlyList<SecretPlace> OfLines { get; } = [new("line", Value), new("trace", "+ {V}"), new("logged", "12:00:01 ERROR {V}"),
        new("after output", "deploy began\n{V}\ndeploy ended")];

    /// <summary>What people choose, where people write it.</summary>
    public static IReadOnlyList<SecretPlace> OfPasswords { get; } =
    [
        new("password=", "connecting with user=app password={V} failed"), new("PGPASSWORD", "+ PGPASSWORD={V} psql -h db.internal shop"),
        new("--password", "shopctl login --user app --password {V}"),
        new("curl -u", "curl -fsS -u deploy:{V} https://api.example/orders"), new("mysql -p", "mysql -h db.internal -uapp -p{V} shop"),
        new("sshpass", "sshpass -p {V} ssh deploy@host.internal"),
        new("docker login", "docker login -u deploy -p {V} registry.example"), new("Cookie", "> Cookie: theme=dark; session={V}"),
        new("Set-Cookie", "< Set-Cookie: session={V}; Path=/; HttpOnly"),
        new("url", "GET https://deploy:{V}@git.example/team/shop.git failed"),
        new("database url", "could not connect to postgresql://app:{V}@db.internal:5432/shop"),
        new("jdbc", "jdbc:postgresql://db.internal:5432/shop?user=app&password={V}&ssl=true"),
        new("ado.net", "Server=db.internal;Database=shop;User Id=app;Password={V};Encrypt=True"),
        new("netrc", "machine git.example login deploy password {V}"), new("npmrc", "//registry.example/:_password={V}"),
        new("yaml", "  db:\n    user: app\n    password: {V}\n    port: 5432"),
        new("kubernetes", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\nstringData:\n  DB_PASSWORD: {V}"),
        new("app.config", """<add key="Password" value="{V}" />"""),
        new("environment json", """{"name":"DB_PASSWORD","value":"{V}"}"""), new("json", """{"user":"app","password":"{V}"}"""),
        new("properties", "spring.datasource.password={V}"),
        new("redis-cli", "redis-cli -h cache -a {V} ping"), new("sqlcmd", "sqlcmd -S db.internal -U sa -P {V} -Q \"select 1\""),
        new("quoted flag", "shopctl login --password='{V}'"),
        new("PowerShell", "$env:DB_PASSWORD = \"{V}\""), new("Dockerfile", "ENV SMTP_PASSWORD={V}"), new("trace", "+ export MYSQL_PWD={V}"),
    ];

    /// <summary>The value in its place.</summary>
    /// <returns>The text, and where the value begins in it.</returns>
    public (string Text, int Start) With(string value)
    {
        var at = Template.IndexOf(Value, StringComparison.Ordinal);
        return (string.Concat(Template.AsSpan(0, at), value, Template.AsSpan(at + Value.Length)), at);
    }
}
