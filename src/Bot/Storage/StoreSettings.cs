namespace Whybot.Storage;

/// <summary>Where the state is kept: section <c>Whybot:Store</c>.</summary>
internal sealed class StoreSettings
{
    public const string DefaultFile = "whybot.db";

    /// <summary>The SQLite file; made when it does not exist.</summary>
    public string File { get; init; } = DefaultFile;

    /// <summary>A PostgreSQL connection string; instead of the file when it is set.</summary>
    public string? Postgres { get; init; }

    /// <summary>All that is wrong, each with what to do.</summary>
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(File) && string.IsNullOrWhiteSpace(Postgres))
            yield return $"Whybot:Store:File: a file is needed, for example {DefaultFile}; or a connection string in Whybot:Store:Postgres";
    }
}
