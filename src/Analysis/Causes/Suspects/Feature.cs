namespace Whybot.Analysis.Causes.Suspects;

/// <summary>
/// What can tie a changed file to a failure; <c>weights.json</c> says what each means and how much it counts. Values are from 0 to 1 if nothing else is said.
/// </summary>
internal enum Feature
{
    TestName,
    TestClass,
    Stack,
    TestedFile,
    NewFile,
    WroteLine,
    NearLine,
    TestFile,
    SameLanguage,

    /// <summary>These five: how unlikely it is that a change of that size fits so well by chance (<see cref="HunkIndex"/>), from 0 to about 3.</summary>
    TestNameByChance,
    MessageByChance,
    StackByChance,
    TestCodeByChance,
    ReachedByChance,

    /// <summary>What the error names is what the change touched (<see cref="Suspicion"/>); the points, from 0 to about 12.</summary>
    Link,
}
