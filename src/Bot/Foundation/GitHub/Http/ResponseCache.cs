using System.Net.Http.Headers;

namespace Whybot.Foundation.GitHub.Http;

/// <summary>Answers with their ETags. Limited in number and size; the least recently used ones are removed.</summary>
internal sealed class ResponseCache
{
    private const int MostEntries = 1000;
    private const int MostBytes = 512 * 1024;

    private readonly Dictionary<(long Installation, string Key), LinkedListNode<((long, string) Key, Answer Answer)>> _entries = [];
    private readonly LinkedList<((long Installation, string Key) Key, Answer Answer)> _byUse = [];
    private readonly Lock _lock = new();

    /// <param name="Link">The header that names the next page; null if none.</param>
    public sealed record Answer(string ETag, byte[] Body, MediaTypeHeaderValue? ContentType, string? Link);

    public Answer? Find(long installation, string key)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue((installation, key), out var node))
                return null;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Answer;
        }
    }

    public void Keep(long installation, string key, Answer answer)
    {
        if (answer.Body.Length > MostBytes)
            return;
        lock (_lock)
        {
            if (_entries.Remove((installation, key), out var old))
                _byUse.Remove(old);
            _entries[(installation, key)] = _byUse.AddFirst(((installation, key), answer));
            if (_entries.Count <= MostEntries)
                return;
            _entries.Remove(_byUse.Last!.Value.Key);
            _byUse.RemoveLast();
        }
    }
}
