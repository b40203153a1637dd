namespace Whybot.GitHub;

/// <summary>
/// Answers with their ETags: asking again with <c>If-None-Match</c> costs nothing of the rate limit. Bounded in number and size; the least recently
/// used goes.
/// </summary>
internal sealed class ResponseCache
{
    private const int MostEntries = 1000;
    private const int MostBytes = 512 * 1024;

    private readonly Dictionary<(long Installation, string Path), LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = [];
    private readonly Lock _lock = new();

    public sealed record Entry((long, string) Key, string ETag, byte[] Body, string? Next);

    public Entry? Find(long installation, string path)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue((installation, path), out var node))
                return null;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value;
        }
    }

    public void Keep(long installation, string path, string etag, byte[] body, string? next)
    {
        if (body.Length > MostBytes)
            return;
        lock (_lock)
        {
            if (_entries.Remove((installation, path), out var old))
                _byUse.Remove(old);
            _entries[(installation, path)] = _byUse.AddFirst(new Entry((installation, path), etag, body, next));
            if (_entries.Count <= MostEntries)
                return;
            _entries.Remove(_byUse.Last!.Value.Key);
            _byUse.RemoveLast();
        }
    }
}
