using System.Text;
using System.Text.RegularExpressions;
using Shouldly;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.House;

/// <summary>
/// <c>docs/messages.md</c> shows everything that the bot posts, each as its writer makes it of a sample; <c>WHYBOT_UPDATE_SNAPSHOTS=1</c> writes it anew.
/// </summary>
public sealed partial class MessagesDocTests
{
    [Fact]
    public void The_docs_show_every_message_as_its_writer_makes_it()
    {
        var file = Path.Combine(Repository.Root, "docs", "messages.md");
        var made = Document();
        if (Environment.GetEnvironmentVariable("WHYBOT_UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(file, made);

        File.ReadAllText(file).ShouldBe(made);
    }

    [Fact]
    public void Every_writer_has_its_place_in_the_docs()
    {
        var made = Document();
        var writers = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Analysis"), "*Writer.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileName).ToList();

        writers.Count.ShouldBeGreaterThan(5);
        writers.Where(w => !made.Contains(w!, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string Document()
    {
        var text = new StringBuilder("""
            # Messages

            What Whybot posts on GitHub, with an example of each message; where the answers to single commands are written is at the end. The examples are made by the program from its [samples](../samples/incidents/README.md), and a test compares this page with them. To change a sentence, open the file that is named below its heading.

            """.ReplaceLineEndings("\n"));
        foreach (var message in PostedMessage.All)
            text.Append(Section(message));
        text.Append("""

            ## Answers to the other commands

            Each is in the file of its command, `src/Bot/Features/Commands/*Command.cs`; what earlier causes became of is in `src/Analysis/Output/Reports/AnswersWriter.cs`, the answer to a rule in an issue in `src/Analysis/Explanation/Rules/RuleTrial.cs`, the text of a draft revert in `src/Bot/Publishing/RevertSender.cs`, and the check run of a deployment whose suites were not run in `src/Bot/Features/Deployments/LiveCheck.cs`. [commands.md](commands.md) says what each command does.

            """.ReplaceLineEndings("\n"));
        return text.ToString();
    }

    /// <summary>The message as it is sent, fenced so that the page shows its Markdown.</summary>
    private static string Section(PostedMessage message) => $"\n## {message.Name}\n\n[`{Path.GetFileName(message.Writer)}`](../{message.Writer})\n\n"
        + $"~~~~markdown\n{Hidden().Replace(message.Text, "").TrimEnd()}\n~~~~\n";

    /// <summary>Markers, which nobody sees on GitHub.</summary>
    [GeneratedRegex("<!--.*?-->\n?", RegexOptions.Singleline)]
    private static partial Regex Hidden();
}
