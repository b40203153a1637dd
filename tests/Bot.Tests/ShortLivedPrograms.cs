using System.Runtime.CompilerServices;

namespace Whybot.Bot.Tests;

/// <summary>
/// The programs that these tests start live for seconds. Compiling again what is called often, which the runtime does for programs that live for days, was a
/// quarter of all they cost. Only where the program is compiled ahead of time (<c>WHYBOT_PROGRAM</c>): otherwise it would stay slow. Collecting garbage seldom,
/// and not in the background, saves another twentieth.
/// </summary>
internal static class ShortLivedPrograms
{
#pragma warning disable CA2255 // this is the application: its tests start the programs
    [ModuleInitializer]
    internal static void Begin()
#pragma warning restore CA2255
    {
        if (Environment.GetEnvironmentVariable("WHYBOT_PROGRAM") is { Length: > 0 })
        {
            // Read by processes as they start, so not by this one.
            Environment.SetEnvironmentVariable("DOTNET_TC_CallCounting", "0");
            Environment.SetEnvironmentVariable("DOTNET_GCgen0size", "0x4000000");
            Environment.SetEnvironmentVariable("DOTNET_gcConcurrent", "0");
        }
    }
}
