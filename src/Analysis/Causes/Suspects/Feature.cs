namespace Whybot.Analysis.Causes.Suspects;

/// <summary>What can tie a changed file to a failure; <c>weights.json</c> says what each means and how much it counts. Values are from 0 to 1.</summary>
internal enum Feature
{
    TestName,
    TestClass,
    Message,
    Stack,
    TestedFile,
    NewFile,
    WroteLine,
    NearLine,
    TestFile,
    SameLanguage,

    /// <summary>What the error names is what the change touched (<see cref="Suspicion"/>); the points, from 0 to about 12.</summary>
    Link,
}
