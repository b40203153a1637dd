using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Whybot.Foundation.Queue;
using Whybot.Hosts.Cli;
using Whybot.Hosts.Settings;
using Whybot.Hosts.Setup;
using Xunit;

namespace Whybot.Bot.Tests.Hosts.Settings;

/// <summary>Whatever is wrong with the settings is said in the user's words: key, value, what to do. All of it at once, and never a secret.</summary>
public sealed class SettingsSourceTests
{
    private const string NoSecret =
        "Whybot:Webhook:Secrets: a secret is needed, or anybody could send events; set the environment variable Whybot__Webhook__Secrets__0"
        + " to the secret of the GitHub App's webhook";

    private static SettingsSource Given(params (string Key, string? Value)[] given)
    {
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Whybot:Webhook:Secrets:0"] = "webhooks-secret",
            ["Whybot:GitHub:Token"] = "token"
        };
        foreach (var (key, value) in given)
            all[key] = value;
        return SettingsSource.Of(all);
    }

    private static IReadOnlyList<string> Problems(params (string Key, string? Value)[] given) => Given(given).Problems(SettingsSections.All);

    [Fact]
    public void What_can_be_read_is_read_whatever_the_case_of_its_key()
    {
        var settings = Given(("WHYBOT:queue:SETTLE", "00:00:07"), ("Whybot:Suites:Local:0:Command:0", "make"), ("Whybot:Probes:Postgres:db", "Host=db"),
            ("Whybot:GitHub:AppId", ""));

        settings.Problems([]).ShouldBeEmpty();
        SettingsSections.Queue.Read(settings).Settle.ShouldBe(TimeSpan.FromSeconds(7));
        SettingsSections.Suites.Read(settings).Local.ShouldHaveSingleItem().Command.ShouldBe(["make"]);
        SettingsSections.Probes.Read(settings).Postgres["db"].ShouldBe("Host=db");
        SettingsSections.GitHub.Read(settings).AppId.ShouldBeNull();
    }

    [Theory]
    [InlineData("Whybot:Queue:Wrokers", "Whybot:Queue:Wrokers: unknown setting 'Wrokers'; did you mean 'Workers'?")]
    [InlineData("Whybot:Quue:Settle", "Whybot:Quue: unknown setting 'Quue'; did you mean 'Queue'?")]
    [InlineData("Whybot:Settle", "Whybot:Settle: unknown setting 'Settle'; did you mean Whybot:Queue:Settle?")]
    [InlineData("Whybot:Store:Zebra", "Whybot:Store:Zebra: unknown setting 'Zebra'; known are: File, Postgres")]
    [InlineData("Whybot:Suites:Local:0:Comand:0", "Whybot:Suites:Local:0:Comand: unknown setting 'Comand'; did you mean 'Command'?")]
    public void A_key_that_does_not_exist_is_named_with_the_one_that_was_meant(string key, string said) => Problems((key, "hunter2")).ShouldContain(said);

    [Theory]
    [InlineData("Whybot:Queue:Settle", "abc", "'abc' is not a time; write hours:minutes:seconds or days.hours:minutes:seconds, for example 00:00:05")]
    [InlineData("Whybot:GitHub:WriteSpacing", "5x", "'5x' is not a time; write hours:minutes:seconds or days.hours:minutes:seconds, for example 00:00:01")]
    [InlineData("Whybot:Queue:Poll", "99:99", "'99:99' is not a time; write hours:minutes:seconds or days.hours:minutes:seconds, for example 00:01:00")]
    [InlineData("Whybot:Queue:Quiet", "-00:01:00", "'-00:01:00' is less than zero; write for example 00:20:00")]
    [InlineData("Whybot:GitHub:AppId", "abc", "'abc' is not a whole number, or is too large; write its digits only")]
    [InlineData("Whybot:Queue:Workers", "four", "'four' is not a whole number, or is too large; write for example 4")]
    [InlineData("Whybot:Queue:Workers", "99999999999", "'99999999999' is not a whole number, or is too large; write for example 4")]
    [InlineData("Whybot:Evidence:Commits", "-3", "'-3' is less than zero; write for example 30")]
    [InlineData("Whybot:Publishing:DryRun", "yes", "'yes' is neither true nor false")]
    [InlineData("Whybot:Suites:Local:0:Timeout", "5m", "'5m' is not a time; write hours:minutes:seconds or days.hours:minutes:seconds, for example 00:15:00")]
    [InlineData("Whybot:Queue", "4", "it is a group of settings, not a value; write for example Whybot__Queue__Workers")]
    [InlineData("Whybot:Probes:Postgres", "Host=db", "it needs a name for each value; write Whybot__Probes__Postgres__NAME")]
    [InlineData("Serilog:MinimumLevel:Default", "Informaton", "'Informaton' is not a level; did you mean 'Information'?")]
    [InlineData("Serilog:MinimumLevel:Override:System", "loud", "'loud' is not a level; known are: Debug, Error, Fatal, Information, Verbose, Warning")]
    public void A_value_of_the_wrong_type_is_named_with_what_it_must_be(string key, string value, string said) =>
        Problems((key, value)).ShouldContain($"{key}: {said}");

    [Fact]
    public void A_single_value_for_a_list_is_not_called_missing_too_and_a_list_for_a_single_value_is_told()
    {
        Problems(("Whybot:Webhook:Secrets:0", null), ("Whybot:Webhook:Secrets", "hunter2"))
            .ShouldBe(["Whybot:Webhook:Secrets: it is a list; write Whybot__Webhook__Secrets__0, Whybot__Webhook__Secrets__1 and so on"]);
        Problems(("Whybot:Url:0", "http://127.0.0.1:1")).ShouldBe(["Whybot:Url: it takes a single value; write Whybot__Url"]);
    }

    [Fact]
    public void An_App_whose_id_is_mistyped_is_still_asked_for_its_key_and_for_no_other_credentials()
    {
        var problems = Problems(("Whybot:GitHub:Token", null), ("Whybot:GitHub:AppId", "12e"));

        problems.Count.ShouldBe(2);
        problems[0].ShouldStartWith("Whybot:GitHub:AppId: '12e' is not a whole number");
        problems[1].ShouldStartWith("Whybot:GitHub:PrivateKeyFile: the App's private key is needed");
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once_keys_types_and_sense()
    {
        var problems = Problems(("Whybot:Webhook:Secrets:0", ""), ("Whybot:Queue:Wrokers", "4"), ("Whybot:Queue:Settle", "abc"), ("Whybot:Queue:Workers", "0"),
            ("Whybot:Url", "::"),
            ("Whybot:Telemetry:Endpoint", "nowhere"), ("Whybot:Store:File", " "), ("Whybot:Dashboard:Url", "http://127.0.0.1:8381/pages"));

        problems.Select(p => p.Split(": ")[0]).ShouldBe(["Whybot:Url", "Whybot:Webhook:Secrets", "Whybot:Dashboard:Url", "Whybot:Telemetry:Endpoint",
            "Whybot:Store:File",
            "Whybot:Queue:Settle", "Whybot:Queue:Wrokers", "Whybot:Queue:Workers"], ignoreOrder: true);
    }

    [Fact]
    public void What_is_not_needed_for_a_use_does_not_keep_it_from_working_unless_it_cannot_be_read()
    {
        Given(("Whybot:Webhook:Secrets:0", ""), ("Whybot:Url", "::")).Problems([SettingsSections.Store]).ShouldBeEmpty();
        Given(("Whybot:Queue:Settle", "abc"), ("Whybot:Url", "::")).Problems([SettingsSections.Store]).ShouldHaveSingleItem()
            .ShouldStartWith("Whybot:Queue:Settle: 'abc'");
    }

    [Theory]
    [InlineData("Whybot:Webhook:Secrets")]
    [InlineData("Whybot:Webhook:Secrt")]
    [InlineData("Whybot:GitHub:PrivateKye")]
    [InlineData("Whybot:GitHub:PrivateKeyFile")]
    [InlineData("Whybot:GitHub:AppId")]
    [InlineData("Whybot:GitHub:ApiUrl")]
    [InlineData("Whybot:Queue:Settle")]
    [InlineData("Whybot:Url")]
    [InlineData("Whybot:Dashboard:Url")]
    [InlineData("Whybot:Telemetry:Endpoint")]
    [InlineData("Whybot:Probes:TrustedCertificates")]
    [InlineData("Serilog:MinimumLevel:Default")]
    public void A_secret_that_was_given_to_the_wrong_key_is_not_printed(string key)
    {
        foreach (var secret in new[] { "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAsecretsecretsecret\n-----END RSA PRIVATE KEY-----",
            "ghp_abcdefghijklmnopqrstuvwxyz0123456789" })
        {
            var problems = Problems((key, secret), ("Whybot:GitHub:AppId", "1"), (key, secret));

            problems.ShouldNotBeEmpty();
            problems.ShouldAllBe(p => !p.Contains("secretsecret") && !p.Contains("abcdefghij") && !p.Contains('\n'), string.Join('\n', problems));
        }
    }

    /// <summary>Masking must leave the sentences alone, which speak of secrets all the time.</summary>
    [Fact]
    public void What_is_said_of_secrets_is_not_taken_for_one()
    {
        Problems(("Whybot:Webhook:Secrets:0", "")).ShouldBe([NoSecret]);
        Problems(("Whybot:GitHub:Token", ""), ("Whybot:Dashboard:Secret", "short"), ("Whybot:GitHub:PrivateKeyFile", "/nowhere/app.pem")).ShouldBe([
            "Whybot:Dashboard:Secret: it is shorter than 16 characters; make one with: openssl rand -hex 32",
            "Whybot:GitHub:PrivateKeyFile: /nowhere/app.pem does not exist",
            "Whybot:GitHub: credentials are needed; set Whybot__GitHub__AppId and Whybot__GitHub__PrivateKeyFile, or Whybot__GitHub__Token"]);
    }

    [Fact]
    public void A_host_finds_at_its_start_what_the_commands_find()
    {
        var settings = Given(("Whybot:Webhook:Secrets:0", ""), ("Whybot:Url", "::"), ("Whybot:Dashboard:Secret", "short"), ("Whybot:Telemetry:Endpoint", "x"),
            ("Whybot:Store:File", " "),
            ("Whybot:Evidence:Folder", " "), ("Whybot:Queue:Workers", "0"), ("Whybot:GitHub:ApiUrl", "x"), ("Whybot:Publishing:DryRun", "yes"),
                ("Whybot:Probes:AllowedNetworks:0", "x"),
            ("Whybot:Suites:Local:0:Folder", "/nowhere"), ("Whybot:Quue", "1"));
        using var host = new ServiceCollection().AddSections(settings, SettingsSections.All).BuildServiceProvider();

        var failure = Should.Throw<AggregateException>(() => host.GetRequiredService<IStartupValidator>().Validate());

        var found = SettingsProblems.Of(failure).ShouldNotBeNull();
        found.ShouldBe(settings.Problems(SettingsSections.All));
        foreach (var section in SettingsSections.All)
            found.ShouldContain(p => p.StartsWith(section.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void Who_takes_a_section_gets_what_was_given()
    {
        using var host = new ServiceCollection().AddSections(Given(("Whybot:Queue:Workers", "7")), SettingsSections.All).BuildServiceProvider();

        host.GetRequiredService<QueueSettings>().Workers.ShouldBe(7);
        host.GetRequiredService<IOptions<QueueSettings>>().Value.Workers.ShouldBe(7);
    }
}
