namespace Whybot.Testing;

/// <summary>Compares a text with the one kept in a file. <c>WHYBOT_UPDATE_SNAPSHOTS=1</c> writes it instead, to be read before it is committed.</summary>
public static class Snapshot
{
    /// <param name="name">File name below the test project's Snapshots folder.</param>
    /// <returns>Null when they agree, else what to do.</returns>
    public static string? Differs(string project, string name, string text)
    {
        var path = Path.Combine(Repository.Root, "tests", project, "Snapshots", name);
        if (Environment.GetEnvironmentVariable("WHYBOT_UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return null;
        }
        if (!File.Exists(path))
            return $"{path} does not exist; run with WHYBOT_UPDATE_SNAPSHOTS=1 and read it";
        var kept = File.ReadAllText(path);
        if (kept == text)
            return null;
        var (old, now) = (kept.Split('\n'), text.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(old.Length, now.Length)).First(i => i >= old.Length || i >= now.Length || old[i] != now[i]);
        return $"{name}:{line + 1}\n  kept: {(line < old.Length ? old[line] : "(end)")}\n  now:  {(line < now.Length ? now[line] : "(end)")}\nIf the new "
            + $"text is right, run with WHYBOT_UPDATE_SNAPSHOTS=1.";
    }
}
