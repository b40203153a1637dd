using Shouldly;
using Whybot.Analysis.Inputs.Settings;
using Whybot.Analysis.Output.Reports;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Settings;

public sealed class EnvironmentNamesTests
{
    [Theory]
    [InlineData("staging", "staging")]
    [InlineData("Staging", "staging")]
    [InlineData("staging-eu", "staging-eu")]
    [InlineData("staging_2.0", "staging_2.0")]
    public void A_plain_name_is_its_own_word(string name, string word) => EnvironmentNames.WordOf(name).ShouldBe(word);

    [Fact]
    public void No_two_environments_share_a_word()
    {
        string[] names = ["prod/eu", "prod-eu", "prod eu", "prod\\eu", "prod//eu", "prod--eu", "prod_eu", "-prod-eu", "prod-eu-", ".prod-eu", "Prüfung",
            "Prufung", "../prod-eu",
            "生产", "预发", "/", "-", ".", new string('a', 200), new string('a', 201)];

        var words = names.Select(EnvironmentNames.WordOf).ToList();

        words.Distinct().Count().ShouldBe(names.Length, string.Join(' ', words));
        words.ShouldAllBe(w => w.Length <= 100 && w.All(c => char.IsAsciiLetterOrDigit(c) || c == '.' || c == '_' || c == '-')
            && !w.Contains("--", StringComparison.Ordinal) && char.IsAsciiLetterOrDigit(w[0]));
    }

    [Fact]
    public void Spellings_of_one_name_share_key_word_and_marker()
    {
        string[] names = ["Staging EU", "staging eu", "STAGING EU"];

        names.Select(EnvironmentNames.KeyOf).Distinct().ShouldHaveSingleItem();
        names.Select(EnvironmentNames.WordOf).Distinct().ShouldHaveSingleItem().ShouldStartWith("staging-eu-");
        names.Select(CommentWriter.MarkerOf).Distinct().ShouldHaveSingleItem();
        EnvironmentNames.Same("Staging EU", "staging eu").ShouldBeTrue();
        EnvironmentNames.Same("Staging EU", "staging-eu").ShouldBeFalse();
        CommentWriter.MarkerOf("staging").ShouldBe("<!-- whybot:run staging -->");
        CommentWriter.MarkerOf("a --> b").ShouldNotContain("--> b");
    }

    [Fact]
    public void Settings_find_an_environment_however_it_is_spelled_and_refuse_it_twice()
    {
        var reading = SampleVocabulary.Read("environments:\n  Staging EU: {run: {workflow: a.yml}}\n  prod/eu-west: {run: {workflow: b.yml}}\n");
        reading.Problems.ShouldBeEmpty();
        reading.Settings.Environments["STAGING eu"].Run!.Workflow.ShouldBe("a.yml");
        reading.Settings.Environments["Prod/EU-West"].Name.ShouldBe("prod/eu-west");

        SampleVocabulary.Read("environments:\n  staging: {run: {workflow: a.yml}}\n  Staging: {run: {workflow: b.yml}}\n").Problems
            .ShouldHaveSingleItem().ToString().ShouldBe(
            "whybot.yml:3: 'staging' and 'Staging' are one environment: GitHub compares names without regard to case");
    }
}
