namespace Whybot.Runs.RunFolders;

/// <summary>
/// Held while a run's folder is taken or removed, so that instances that share a root do not do both at once. It is an operating system
/// lock, which ends with the process.
/// </summary>
internal static class RootLock
{
    public const string Name = ".whybot-lock";
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(5);

    /// <exception cref="IOException">Another instance holds it for too long, or the root is gone.</exception>
    public static IDisposable Take(string root)
    {
        var path = Path.Combine(root, Name);
        if (Disk.Entry(path) is not (DiskEntry.Nothing or DiskEntry.File))
            throw new IOException($"{path} is not a file of Whybot's; delete it");
        var until = Environment.TickCount64 + (long)Most.TotalMilliseconds;
        while (true)
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (held.GetType() == typeof(IOException) && Environment.TickCount64 < until)
            {
                Thread.Sleep(Again);
            }
    }
}
