namespace Whybot.Setup.Doctor;

/// <summary>Whether runs' folders can be written.</summary>
internal static class EvidenceFolder
{
    public static Finding Examine(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return Finding.Good($"evidence: {Path.GetFullPath(folder)} can be written");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Finding.Bad($"evidence: {folder}: {failure.Message}", "give a folder that can be written in Whybot:Evidence:Folder");
        }
    }
}
