namespace Whybot.Testing.GitHub;

/// <summary>The ids that the fake gives to repositories, and that events of theirs have: one for each name, unless a test says another.</summary>
public static class RepositoryNumber
{
    public static long Of(string fullName) => 100_000 + fullName.ToLowerInvariant().Aggregate(7L, (sum, c) => (sum * 31 + c) % 900_000);
}
