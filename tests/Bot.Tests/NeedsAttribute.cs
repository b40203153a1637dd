using Xunit.v3;

namespace Whybot.Bot.Tests;

/// <summary>
/// Tests that need a server, a browser, a process, the whole service or a lot of time, and that <c>scripts/verify --quick</c> leaves out for that.
/// </summary>
/// <param name="what">What they need most.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(string what) : Attribute, ITraitAttribute
{
    public string What => what;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Quick", "no"), new("Needs", what)];
}
