using Shouldly;
using Whybot.Hosts.Setup.Doctor;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Hosts.Setup;

/// <summary>What the README tells people to set is what the doctor looks for.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void Permissions_are_those_that_the_doctor_wants()
    {
        var listed = Readme.Split('\n').Select(l => l.Split('|').Select(c => c.Trim()).ToArray())
            .Where(c => c.Length == 5 && c[2] is "read" or "write")
            .ToDictionary(c => c[1].Replace(' ', '_').ToLowerInvariant(), c => c[2], StringComparer.Ordinal);

        listed.ShouldBe(GitHubExamination.Permissions, ignoreOrder: true);
    }

    [Fact]
    public void Events_are_those_that_the_doctor_wants() =>
        Readme.ShouldContain($"Events: {string.Join(", ", GitHubExamination.Events.Select(e => e.Replace('_', ' ')))}.");
}
