namespace Whybot.Analysis.Inputs.Settings;

/// <summary>
/// Which suites a run is about: <c>all</c>, <c>changed</c> (those near what changed), <c>category:NAME</c> or <c>suite:NAME</c>. Connectivity always
/// runs first.
/// </summary>
public sealed record Focus(FocusKind Kind, string Name)
{
    public static readonly Focus All = new(FocusKind.All, "");

    /// <returns>Null if the text is not a focus.</returns>
    public static Focus? Parse(string text) => text.Split(':', 2) switch
    {
        ["all"] => All,
        ["changed"] => new Focus(FocusKind.Changed, ""),
        ["category", { Length: > 0 } name] => new Focus(FocusKind.Category, name),
        ["suite", { Length: > 0 } name] => new Focus(FocusKind.Suite, name),
        _ => null,
    };

    public override string ToString() => Name.Length == 0 ? Kind.ToString().ToLowerInvariant() : $"{Kind.ToString().ToLowerInvariant()}:{Name}";

    /// <param name="near">Whether the suite is near what changed.</param>
    internal bool Takes(SuiteSettings suite, bool near) => Kind switch
    {
        FocusKind.Changed => near,
        FocusKind.Category => suite.Category == Name,
        FocusKind.Suite => suite.Name == Name,
        _ => true,
    };
}

public enum FocusKind
{
    All,
    Changed,
    Category,
    Suite,
}
