using System.Runtime.InteropServices;

namespace Whybot.Benchmarks;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    public static void Print() =>
        Console.WriteLine($"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, "
            + $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
}
