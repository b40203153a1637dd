namespace Shop;

/// <summary>Ways to break the web service on purpose. (The store breaks by not being started, or by a delay.)</summary>
internal sealed class Breakage(string? name)
{
    public static readonly string[] Names = ["renamed-field", "missing-setting", "early-close", "flaky-list"];
    private int _lists;

    /// <summary>A change gave the order's total another name, and its readers were not told.</summary>
    public bool RenamesTotal => name == "renamed-field";

    /// <summary>A setting was not carried over to this environment.</summary>
    public bool LosesSetting => name == "missing-setting";

    /// <summary>The socket ends before the last event.</summary>
    public bool ClosesEarly => name == "early-close";

    /// <summary>The first list after the start fails; nobody knows why.</summary>
    public bool FailsList() => name == "flaky-list" && Interlocked.Increment(ref _lists) == 1;
}
