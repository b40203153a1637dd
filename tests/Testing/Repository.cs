namespace Whybot.Testing;

/// <summary>Finds this repository's files from wherever the tests run.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string Sample(string incident) => Path.Combine(Root, "samples", "incidents", incident);

    public static IEnumerable<string> Samples => Directory.EnumerateDirectories(Path.Combine(Root, "samples", "incidents"))
        .Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal);

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Bot.sln")))
                return folder;
        throw new InvalidOperationException("Bot.sln is not above " + AppContext.BaseDirectory);
    }
}
