using Whybot.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(Whybot.Bot.Tests.SharedServers))]

namespace Whybot.Bot.Tests;

/// <summary>
/// Stops what the tests share after the last of them. Left to the end of the process it would be under the runner's watch, which kills what takes longer than
/// ten seconds then: on a busy machine the server and its folder would stay behind.
/// </summary>
public sealed class SharedServers : IDisposable
{
    public void Dispose() => PostgresServer.Stop();
}
