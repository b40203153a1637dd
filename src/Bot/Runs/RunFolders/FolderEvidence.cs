using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Whybot.Analysis.Inputs.Evidence;
using Whybot.Foundation.Json;

namespace Whybot.Runs.RunFolders;

/// <summary>Reads evidence again from the run's folder. Small files are kept for the next citation; for large ones only an index of lines is kept.</summary>
internal sealed class FolderEvidence(RunFolder folder) : IEvidence, IDisposable
{
    private const long KeepUpTo = 4 * 1024 * 1024;

    private readonly Dictionary<string, string[]> _lines = [];
    private readonly Dictionary<string, LineIndex> _indices = [];
    private readonly Dictionary<string, JsonDocument?> _documents = [];

    public bool TryReadLines(string source, int first, int last, [NotNullWhen(true)] out string? text)
    {
        var lines = Window(source, first, last);
        text = lines.Count == last - first + 1 ? string.Join('\n', lines) : null;
        return text is not null;
    }

    public bool TryReadJson(string source, string pointer, [NotNullWhen(true)] out string? value)
    {
        if (!_documents.TryGetValue(source, out var document))
            _documents[source] = document = folder.Json(source);
        value = document is null ? null : JsonPointer.Resolve(document.RootElement, pointer)?.Words();
        return value is not null;
    }

    public IReadOnlyList<IReadOnlyList<int>>? LinesWith(string source, IReadOnlyList<string> words)
    {
        if (words.Count == 0)
            return [];
        using var stream = folder.Open(source);
        return stream is not null && TextEncoding.Of(stream).Equals(Encoding.UTF8) ? LineSearch.Find(stream, words) : null;
    }

    public void Dispose()
    {
        foreach (var document in _documents.Values)
            document?.Dispose();
    }

    /// <summary>The lines from <paramref name="first"/> to <paramref name="last"/>, as far as they exist.</summary>
    public IReadOnlyList<string> Window(string source, int first, int last)
    {
        if (_lines.TryGetValue(source, out var kept))
            return first > kept.Length ? [] : kept[(first - 1)..Math.Min(last, kept.Length)];
        using var stream = folder.Open(source);
        if (stream is null)
            return [];
        var encoding = TextEncoding.Of(stream);
        if (stream.Length <= KeepUpTo)
        {
            using var whole = new StreamReader(stream, encoding);
            _lines[source] = [.. ReadAll(whole)];
            return Window(source, first, last);
        }
        if (!_indices.TryGetValue(source, out var index))
        {
            _indices[source] = index = new LineIndex(stream, encoding);
            stream.Position = 0;
        }
        return Around(stream, encoding, index, first, last);
    }

    private static List<string> Around(FileStream stream, Encoding encoding, LineIndex index, int first, int last)
    {
        if (index.Before(first) is not { } place)
            return [];
        stream.Position = place.Offset;
        using var reader = new StreamReader(stream, encoding);
        return [.. ReadAll(reader).Skip(place.Skip).Take(last - first + 1)];
    }

    private static IEnumerable<string> ReadAll(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
