namespace Whybot.Foundation.Storage;

/// <summary>Where the state is kept: section <c>Whybot:Store</c>.</summary>
internal sealed class StoreSettings
{
    public const string DefaultFile = "whybot.db";

    /// <summary>The SQLite file; created if it does not exist.</summary>
    public string File { get; init; } = DefaultFile;

    /// <summary>A PostgreSQL connection string; used instead of the file if it is set.</summary>
    public string? Postgres { get; init; }

    /// <summary>Everything that is wrong, each with how to fix it.</summary>
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(File) && string.IsNullOrWhiteSpace(Postgres))
            yield return $"Whybot:Store:File: a file is needed, for example {DefaultFile}; or a connection string in Whybot:Store:Postgres";
    }
}
