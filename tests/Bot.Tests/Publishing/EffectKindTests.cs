using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Whybot.Features.Dashboard;
using Whybot.Foundation.GitHub;
using Whybot.Publishing;
using Xunit;

namespace Whybot.Bot.Tests.Publishing;

/// <summary>What every kind of effect does the same way, and what each one says of itself.</summary>
public sealed class EffectKindTests
{
    [Fact]
    public async Task Every_kind_describes_itself_in_a_dry_run_and_says_where_it_is_seen()
    {
        await using var services = BotServices.Build();
        var links = new GitHubLinks(new GitHubSettings(), services.GetRequiredService<EffectSenders>());
        var senders = services.GetServices<IEffectSender>().ToList();

        senders.Count.ShouldBeGreaterThan(13);
        foreach (var sender in senders)
        {
            var row = BotServices.Row(sender.Kind, Write(sender, Sample(sender.DraftType)), remoteId: 41);
            var described = sender.Describe(row);

            described.Line.ShouldNotBeNullOrWhiteSpace(sender.Kind);
            described.Line.ShouldNotContain("#0", customMessage: sender.Kind);
            described.Line.ShouldNotContain('\n', sender.Kind);
            DryRun.Text(row, described).ShouldStartWith($"== dry run, team/shop: {described.Line}\n", customMessage: sender.Kind);
            links.Of(row).ShouldNotBeNull(sender.Kind).ShouldStartWith("https://github.com/team/shop");
            links.Of(row with { RemoteId = null }).ShouldBeNull(sender.Kind);
        }
    }

    /// <summary>Drafts exactly as the outbox keeps them: a row of any earlier version has one of these shapes.</summary>
    [Theory]
    [InlineData("check", """{"sha":"aaaa","conclusion":null,"check":{"title":"Broken","summary":"Why.","annotations":[]},"name":"Whybot"}""",
        "check run Whybot on aaaa: in progress, Broken, 0 annotations\nWhy.", "/runs/41")]
    [InlineData("comment", """{"number":1,"marker":"m","body":"Why.","answers":null}""", "comment on #1\nWhy.", "/issues/1#issuecomment-41")]
    [InlineData("note", """{"number":2,"marker":"m","body":"Why.","answers":null}""", "comment on #2\nWhy.", "/issues/2#issuecomment-41")]
    [InlineData("reply", """{"number":3,"marker":"m","body":"Why.","answers":"ann"}""", "comment on #3\nWhy.", "/issues/3#issuecomment-41")]
    [InlineData("news", """{"number":4,"marker":"m","body":"Why.","answers":null}""", "comment on #4\nWhy.", "/issues/4#issuecomment-41")]
    [InlineData("rules", """{"number":5,"marker":"m","body":"Why.","answers":null}""", "comment on #5\nWhy.", "/issues/5#issuecomment-41")]
    [InlineData("issue", """{"issue":{"cause":"w2-1","title":"Broken","labels":["bug"],"body":"Why.","covers":["w2-1"]}}""",
        "issue: Broken [bug]\nWhy.", "/issues/41")]
    [InlineData("seen", """{"issue":41,"occasion":"aaaa"}""", "table of issue #41\n", "/issues/41")]
    [InlineData("change", """{"issue":41,"state":"closed","stateReason":"completed","addLabels":["P1"],"removeLabels":["P2"],"assignees":["ann"]}""",
        "change of #41: closed, +P1, -P2, assign ann\n", "/issues/41")]
    [InlineData("digest", """{"body":"Why.","labels":[]}""", "weekly digest\nWhy.", "/issues/41")]
    [InlineData("rerun", """{"run":9,"attempt":1,"onlyFailed":true}""", "rerun of workflow run 9\n", "/actions")]
    [InlineData("revert", """{"pull":6,"title":"Broken","thread":6}""", "draft revert of #6\n", "/pull/41")]
    [InlineData("dispatch",
        """{"workflow":"back.yml","ref":null,"inputs":{"sha":"a"},"correlation":"c","reason":"no-go","at":"1970-01-01T00:00:00+00:00","deployment":3}""",
        "start of back.yml: no-go\n", "/actions")]
    [InlineData("commit", """{"branch":"logs","path":"a.md","message":"m","text":"Why."}""", "commit of a.md to logs\nWhy.", "")]
    public async Task A_stored_draft_is_read_described_linked_and_written_again_unchanged(string kind, string draft, string text, string path)
    {
        await using var services = BotServices.Build();
        var senders = services.GetRequiredService<EffectSenders>();
        var sender = senders.Find(kind).ShouldNotBeNull();
        var row = BotServices.Row(kind, draft, remoteId: 41);

        DryRun.Text(row, sender.Describe(row)).ShouldBe($"== dry run, team/shop: {text}");
        new GitHubLinks(new GitHubSettings(), senders).Of(row).ShouldBe($"https://github.com/team/shop{path}");
        var read = typeof(EffectJson).GetMethod(nameof(EffectJson.Read))!.MakeGenericMethod(sender.DraftType).Invoke(null, [draft]);
        Write(sender, read!).ShouldBe(draft);
    }

    [Fact]
    public async Task A_draft_without_a_sender_is_refused_with_what_to_do()
    {
        await using var services = BotServices.Build();

        Should.Throw<InvalidOperationException>(() => services.GetRequiredService<EffectSenders>().KindOf<string>())
            .Message.ShouldBe("no sender of String is registered; add it to EffectRegistration");
    }

    private static string Write(IEffectSender sender, object draft) =>
        (string)typeof(EffectJson).GetMethod(nameof(EffectJson.Write))!.MakeGenericMethod(sender.DraftType).Invoke(null, [draft])!;

    /// <summary>A value of a draft's type, with something in each of its parts.</summary>
    private static object Sample(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return "text";
        if (type.IsPrimitive)
            return Convert.ChangeType(1, type);
        if (type == typeof(DateTimeOffset))
            return DateTimeOffset.UnixEpoch;
        if (type == typeof(IReadOnlyDictionary<string, string>))
            return new Dictionary<string, string> { ["key"] = "text" };
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var items = Array.CreateInstance(type.GetGenericArguments()[0], 1);
            items.SetValue(Sample(type.GetGenericArguments()[0]), 0);
            return items;
        }
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).MaxBy(c => c.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Sample(p.ParameterType))]);
    }
}
