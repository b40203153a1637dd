using System.Text.RegularExpressions;

namespace Whybot.Intake.Actions;

/// <summary>What to add to a workflow when its token may not do something.</summary>
internal static partial class Permissions
{
    /// <param name="refusal">GitHub's refusal with the permissions that it would accept, as <c>checks=write</c>.</param>
    /// <returns>A sentence with a blank before it; empty if no permission is missing.</returns>
    public static string Advice(string? refusal)
    {
        if (refusal is null || !refusal.Contains("Resource not accessible", StringComparison.Ordinal))
            return "";
        var accepted = Accepted().Matches(refusal).Select(m => $"'{m.Groups[1].Value.Replace('_', '-')}: {m.Groups[2].Value}'").Distinct().ToList();
        return accepted.Count == 0 ? " The workflow's token may not do that: add the permission to the job's 'permissions'"
            : $" Add {string.Join(" or ", accepted)} to the job's 'permissions' in the workflow file";
    }

    [GeneratedRegex("([a-z_]+)=(read|write)")]
    private static partial Regex Accepted();
}
