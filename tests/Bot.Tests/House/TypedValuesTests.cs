using System.Reflection;
using Shouldly;
using Whybot.Hosts.Setup;
using Whybot.Testing.Architecture;
using Xunit;

namespace Whybot.Bot.Tests.House;

/// <summary>Ids and names have types, so that one cannot be passed for another, and each is checked and cut in one place.</summary>
public sealed class TypedValuesTests
{
    /// <summary>Not of a repository.</summary>
    private static readonly string[] OtherNames = ["Whybot.Analysis.Inputs.Results.Console.KarmaFailure has the string FullName"];

    /// <summary>A migration keeps the form of its day.</summary>
    private static readonly string[] OtherClusters = ["Whybot.Foundation.Storage.VerdictFill+Row has the string Cluster"];

    public static TheoryData<Assembly> Sources => [typeof(ServiceHost).Assembly, typeof(Analysis.Analyst).Assembly];

    [Theory]
    [MemberData(nameof(Sources))]
    public void No_commit_of_src_is_a_string(Assembly source) => NamedStrings.Of(source, "Sha").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Sources))]
    public void No_name_of_a_repository_of_src_is_a_string(Assembly source) =>
        NamedStrings.Of(source, "RepositoryName").Concat(NamedStrings.Of(source, "FullName")).Except(OtherNames).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Sources))]
    public void No_cluster_of_src_is_a_string(Assembly source) => NamedStrings.Of(source, "Cluster").Except(OtherClusters).ShouldBeEmpty();

    [Fact]
    public void A_string_is_found_whatever_it_is_part_of() => NamedStrings.Of(typeof(TypedValuesTests).Assembly, "Hue").ShouldBe(
        [$"{typeof(Paint).FullName} has the string BaseHue", $"{typeof(Paint).FullName} has the string hue"]);

    private sealed record Paint(string BaseHue, int CoatHue)
    {
        public string Mixed(string hue) => $"{BaseHue}{hue}{CoatHue}";
    }
}
