namespace Whybot.Features.Dashboard;

/// <summary>A page of a long list.</summary>
/// <param name="Number">Starting at 1.</param>
/// <param name="More">Whether another page follows.</param>
public sealed record Paging(int Number, bool More)
{
    public const int Size = 50;
    private const int Most = 10_000;

    /// <summary>The requested page, kept within bounds.</summary>
    public static int Clamp(int? page) => Math.Clamp(page ?? 1, 1, Most);

    public static int Offset(int page) => (page - 1) * Size;

    /// <param name="read">One item more than fits on the page, if there are more.</param>
    public static (IReadOnlyList<T> Shown, Paging Paging) Of<T>(IReadOnlyList<T> read, int page) => ([.. read.Take(Size)], new Paging(page, read.Count > Size));
}
