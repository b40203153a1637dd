using Whybot.Runs.RunFolders;

namespace Whybot.Setup.Doctor;

/// <summary>Where runs' folders are kept, and whether folders can be made there. The evidence folder itself is left to the service.</summary>
internal static class EvidenceExamination
{
    private const string Fix = "give a folder that can be written in Whybot:Evidence:Folder";

    public static Finding Run(string configured)
    {
        try
        {
            var root = EvidenceRoot.Choose(configured);
            Try(root.Path);
            return Finding.Good(root.Elsewhere
                ? $"evidence: {root.Path} can be written; {configured} itself holds files that Whybot did not make, and they are left alone"
                : $"evidence: {root.Path} can be written");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Finding.Bad($"evidence: {configured}: {failure.Message}", Fix);
        }
    }

    /// <summary>Makes a folder of a name that nobody has and removes it again: in the root, or where the root would be made.</summary>
    private static void Try(string root)
    {
        var there = root;
        while (Disk.Entry(there) == DiskEntry.Nothing)
            there = Path.GetDirectoryName(there)!;
        var probe = Directory.CreateDirectory(Path.Combine(there, $".whybot-probe-{Guid.NewGuid():N}"));
        probe.Delete();
    }
}
