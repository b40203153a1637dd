using Whybot.Runs.RunFolders;

namespace Whybot.Hosts.Setup.Doctor;

/// <summary>
/// Checks where runs' folders are kept, and whether folders can be created there. Creating the evidence folder itself is left to the service.
/// </summary>
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

    /// <summary>Creates a folder with a unique name and removes it again: in the root, or where the root would be created.</summary>
    private static void Try(string root)
    {
        var there = root;
        while (Disk.Entry(there) == DiskEntry.Nothing)
            there = Path.GetDirectoryName(there)!;
        var probe = Directory.CreateDirectory(Path.Combine(there, $".whybot-probe-{Guid.NewGuid():N}"));
        probe.Delete();
    }
}
