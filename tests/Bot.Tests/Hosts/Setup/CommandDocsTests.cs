using Shouldly;
using Whybot.Features.Commands;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Hosts.Setup;

/// <summary><c>docs/commands.md</c> is made of the commands' own definitions; <c>WHYBOT_UPDATE_SNAPSHOTS=1</c> writes it anew.</summary>
public sealed class CommandDocsTests
{
    [Fact]
    public void The_docs_list_the_commands_that_there_are()
    {
        var file = Path.Combine(Repository.Root, "docs", "commands.md");
        var made = CommandRegistration.Catalogue.Document();
        if (Environment.GetEnvironmentVariable("WHYBOT_UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(file, made);
        File.ReadAllText(file).ShouldBe(made);
    }
}
