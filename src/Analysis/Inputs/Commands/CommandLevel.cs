namespace Whybot.Analysis.Inputs.Commands;

/// <summary>The lowest role in the repository that a person needs.</summary>
public enum CommandLevel
{
    Read,
    Triage,
    Write,
    Maintain,
}

/// <summary>Reads GitHub's answer about a person's role.</summary>
public static class CommandLevels
{
    /// <param name="role">GitHub's <c>role_name</c>: read, triage, write, maintain, admin, or a custom role of the organisation.</param>
    /// <param name="permission">GitHub's <c>permission</c>: none, read, write, admin; the level that a custom role amounts to.</param>
    /// <returns>Null for someone without a role: such a person may use no command.</returns>
    public static CommandLevel? Of(string? role, string? permission) => role switch
    {
        "admin" or "maintain" => CommandLevel.Maintain,
        "write" => CommandLevel.Write,
        "triage" => CommandLevel.Triage,
        "read" => CommandLevel.Read,
        _ => permission switch { "admin" => CommandLevel.Maintain, "write" => CommandLevel.Write, "read" => CommandLevel.Read, _ => null },
    };
}
