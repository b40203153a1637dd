using Shouldly;
using Whybot.Analysis.Language.Identity;
using Whybot.Features.Dashboard.Traffic;
using Whybot.Foundation.Identity;
using Whybot.Memory.Effects;
using Whybot.Publishing;
using Xunit;

namespace Whybot.Bot.Tests.Features.Dashboard.Traffic;

public sealed class DeliveryNotesTests
{
    private static readonly string Sha = new('a', 40);

    private static Effect Reply(string target, string body) => new()
    {
        Id = 5,
        Repository = new RepositoryId(1),
        RepositoryName = new RepositoryName("team/shop"),
        Installation = 1,
        Kind = ReplyComment.Kind,
        Target = target,
        Draft = EffectJson.Write(new ReplyComment(1, "<!-- m -->", body)),
        State = "sent",
        DueAt = DateTimeOffset.UnixEpoch,
        Attempts = 0,
    };

    [Fact]
    public void A_notes_commits_are_told_apart_from_its_words() =>
        DeliveryNotes.Parts($"deployment 5 of {Sha} is success").ShouldBe([("deployment 5 of ", null), ("", new CommitSha(Sha)), (" is success", null)]);

    [Fact]
    public void A_note_may_be_missing()
    {
        DeliveryNotes.Commits(null).ShouldBeEmpty();
        DeliveryNotes.Comment(null).ShouldBeNull();
        DeliveryNotes.Parts(null).ShouldBe([("", null)]);
    }

    [Fact]
    public void A_comment_has_the_answers_to_its_own_commands()
    {
        DeliveryNotes.Comment("reads comment 1007 for commands").ShouldBe(1007);

        var own = Reply("1:1007:0", "`/why`\n\nThe field **total** is gone.\n<!-- whybot:reply 1007:0 -->\n");
        DeliveryNotes.Outcomes(1007, [own, Reply("1007:1:0", "`/mute`\n\nNo.")]).ShouldBe([new CommandOutcome("/why", "The field total is gone.",
        "/posted/5")]);
    }
}
