using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Whybot.Features.Dashboard;
using Whybot.Foundation.Storage;
using Whybot.Testing;
using Whybot.Testing.GitHub;

namespace Whybot.Bot.Tests.Service.Planting;

/// <summary>Everything that the program has written: each piece of text with the channel by which it came out.</summary>
internal static partial class Outlets
{
    /// <param name="folder">The service's own.</param>
    public static async IAsyncEnumerable<(string Channel, string Text)> ReadAsync(FakeGitHub github, TestedService service, string folder)
    {
        foreach (var (path, body) in github.Written)
            yield return ($"GitHub {Numbers().Replace(path, "#")}", body);
        yield return ("service log", service.Output);
        foreach (var stored in Stored(service.Store))
            yield return stored;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, file);
            yield return ($"name of a file: {Shape(Path.GetDirectoryName(name)!)}", name);
            yield return ($"file {Shape(name)}", Encoding.UTF8.GetString(await ReadAsync(file)));
        }
        foreach (var (address, text) in await PagesAsync(service.Pages))
            yield return ($"page {Numbers().Replace(address.Split('?')[0], "#")}", text);
        foreach (var run in Directory.EnumerateDirectories(Path.Combine(folder, "runs"), "*", SearchOption.AllDirectories)
            .Where(d => File.Exists(Path.Combine(d, "whybot.yml"))))
            foreach (var analysed in await AnalysedAsync(service, run, "json"))
                yield return analysed;
    }

    /// <summary>What <c>whybot analyze</c> makes of a folder: printed, and written as files.</summary>
    public static async Task<IReadOnlyList<(string Channel, string Text)>> AnalysedAsync(TestedService service, string folder, params string[] formats)
    {
        using var written = new TemporaryFolder();
        var found = new List<(string, string)>();
        foreach (var format in formats)
            found.Add(($"analyze --format {format}", await service.CommandAsync("analyze", folder, "--format", format, "--output", written.Path)));
        foreach (var file in Directory.EnumerateFiles(written.Path))
            found.Add(($"analyze, {Shape(Path.GetFileName(file))}", await File.ReadAllTextAsync(file)));
        return found;
    }

    /// <summary>All texts of all tables; what is packed as it is unpacked.</summary>
    private static IEnumerable<(string Channel, string Text)> Stored(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        connection.Open();
        foreach (var table in Column(connection, "select name from sqlite_master where type = 'table'").ToList())
        {
            using var command = new SqliteCommand($"select * from \"{table}\"", connection);
            using var rows = command.ExecuteReader();
            while (rows.Read())
                for (var i = 0; i < rows.FieldCount; i++)
                    if ((rows.GetValue(i) switch { string text => text, byte[] bytes => Unpacked(bytes), _ => null }) is { } value)
                        yield return ($"store {table}.{rows.GetName(i)}", value);
        }
    }

    private static string Unpacked(byte[] bytes) => Encoding.UTF8.GetString(bytes is [0x1f, 0x8b, ..] ? Packed.Unzip(bytes) : bytes);

    private static IEnumerable<string> Column(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        using var rows = command.ExecuteReader();
        while (rows.Read())
            yield return rows.GetString(0);
    }

    /// <summary>The service has its store open.</summary>
    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return content.ToArray();
    }

    private static async Task<IReadOnlyList<(string Address, string Text)>> PagesAsync(Uri root)
    {
        using var http = new HttpClient { BaseAddress = root };
        var (seen, open) = (new Dictionary<string, string>(StringComparer.Ordinal),
            new Queue<string>(PageRegistration.Navigation.Select(n => n.Address)));
        while (open.TryDequeue(out var address))
            if (!seen.ContainsKey(address))
            {
                using var page = await http.GetAsync(address);
                seen[address] = await page.Content.ReadAsStringAsync();
                foreach (Match link in Link().Matches(seen[address]))
                    open.Enqueue(WebUtility.HtmlDecode(link.Groups[1].Value));
            }
        return [.. seen.Select(s => (s.Key, s.Value))];
    }

    /// <summary>A path in which what is made up is left out.</summary>
    private static string Shape(string path) => string.Join('/', path.Split('/')
        .Select(part => part.Length > 24 || Numbers().IsMatch(part) ? $"*{Path.GetExtension(part) switch { { Length: < 6 } end => end, _ => "" }}" : part));

    [GeneratedRegex("[0-9a-f]{7,}|[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex("<a [^>]*?href=\"(/[^\"#]*)", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
