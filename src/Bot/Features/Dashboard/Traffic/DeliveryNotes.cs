using System.Globalization;
using System.Text.RegularExpressions;
using Markdig;
using Whybot.Analysis.Language.Identity;
using Whybot.Memory.Effects;
using Whybot.Publishing;

namespace Whybot.Features.Dashboard.Traffic;

/// <summary>Finds in a delivery's note what it led to.</summary>
internal static partial class DeliveryNotes
{
    private const int Longest = 160;

    /// <summary>The commits that it names.</summary>
    public static IEnumerable<CommitSha> Commits(string? note) => Commit().Matches(note ?? "").Select(m => new CommitSha(m.Value));

    /// <summary>The note in parts: text, or a commit, which can be a link.</summary>
    public static IEnumerable<(string Text, CommitSha? Commit)> Parts(string? note)
    {
        var end = 0;
        foreach (Match commit in Commit().Matches(note ?? ""))
        {
            yield return (note![end..commit.Index], null);
            yield return ("", new CommitSha(commit.Value));
            end = commit.Index + commit.Length;
        }
        yield return ((note ?? "")[end..], null);
    }

    /// <summary>The comment that was read for commands; null if none.</summary>
    public static long? Comment(string? note) =>
        CommentNumber().Match(note ?? "") is { Success: true } match && long.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture,
            out var id) ? id : null;

    /// <summary>The answers to a comment's commands, in their order.</summary>
    public static IReadOnlyList<CommandOutcome> Outcomes(long comment, IEnumerable<Effect> replies) =>
        [.. replies.Where(r => r.Target.Split(':').Skip(1).Contains($"{comment}")).OrderBy(r => r.Target, StringComparer.Ordinal).Select(Outcome)];

    private static CommandOutcome Outcome(Effect reply)
    {
        var lines = Markdown.ToPlainText(EffectJson.Read<ReplyComment>(reply.Draft).Body).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var said = lines.Skip(1).FirstOrDefault(l => !l.StartsWith("<!--", StringComparison.Ordinal)) ?? "";
        return new CommandOutcome(lines.FirstOrDefault() ?? "", Words.Cut(said, Longest), Links.Post(reply.Id));
    }

    [GeneratedRegex(@"\b[0-9a-f]{40}\b", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Commit();

    [GeneratedRegex(@"reads (?:comment|review) (\d+) for commands", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex CommentNumber();
}
