using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Whybot.Analysis.Language.Identity;
using Whybot.Analysis.Language.Redaction;
using Whybot.Analysis.Language.Text;
using Whybot.Analysis.Output.Reports;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Masking;
using Whybot.Memory.Causes;
using Whybot.Memory.Effects;

namespace Whybot.Publishing;

/// <summary>
/// Makes the last changes to texts before they are sent: fills in the numbers of issues that were filed in the meantime, and masks secrets once more.
/// </summary>
internal sealed partial class Texts(ConfiguredSecrets own, Ledger ledger, EffectStore effects)
{
    public string Clean(string text) => own.Redact(Secrets.Redact(text));

    /// <summary>Fills in the numbers of the issues that exist by now.</summary>
    public async Task<string> FinalAsync(RepositoryId repository, string text, CancellationToken cancel)
    {
        text = await WithOutcomesAsync(repository, text, cancel);
        if (!text.Contains("new<!--", StringComparison.Ordinal))
            return Clean(text);
        var filed = (await ledger.FiledAsync(repository, cancel)).ToDictionary(c => c.Cluster, c => c.Issue!.Value);
        return Clean(Placeholder().Replace(text, m => filed.TryGetValue(new ClusterId(m.Groups["cluster"].Value), out var issue)
            && m.Value == CommentWriter.NewIssuePlaceholder(new ClusterId(m.Groups["cluster"].Value)) ? $"#{issue} (new)" : "new"));
    }

    /// <summary>A placeholder for the result of another effect, which is sent before the text that mentions it.</summary>
    public static string Outcome(string kind, string target) => $"<!-- whybot:outcome {kind} {target} -->";

    private async Task<string> WithOutcomesAsync(RepositoryId repository, string text, CancellationToken cancel)
    {
        foreach (var found in OfOutcome().Matches(text).DistinctBy(m => m.Value).ToList())
            text = text.Replace(found.Value, Said(await effects.FindAsync(repository, found.Groups["kind"].Value, found.Groups["target"].Value, cancel)),
                StringComparison.Ordinal);
        return text;
    }

    private static string Said(Effect? effect) => effect switch
    {
        null => "not asked for",
        { State: "sent", Kind: RevertEffect.Kind, RemoteId: { } pull } => $"#{pull}",
        { State: "sent" } => "started",
        { State: "pending" } => "asked for",
        _ => $"**not done**, {Markdown.Code(effect.Note ?? "GitHub refused it")}",
    };

    [GeneratedRegex(@"<!-- whybot:outcome (?<kind>[a-z]{1,20}) (?<target>[\w.:/-]{1,200}) -->", RegexOptions.None, 10000)]
    private static partial Regex OfOutcome();

    /// <summary>Ignores line ends and trailing blanks, which GitHub may change.</summary>
    public static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n").TrimEnd())).AsSpan(0, 16));

    [GeneratedRegex(@"new<!-- (?<cluster>[\w-]{1,40}) -->", RegexOptions.None, 10000)]
    private static partial Regex Placeholder();
}
