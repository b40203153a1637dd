using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Components;

namespace Whybot.Features.Dashboard.Pictures;

/// <summary>Parts of drawings.</summary>
internal static class Svg
{
    /// <summary>A coordinate.</summary>
    public static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A label; Razor has another use for the element's name.</summary>
    /// <param name="anchor">start, middle or end.</param>
    public static MarkupString Text(double x, double y, string anchor, string words) =>
        new($"<text x=\"{N(x)}\" y=\"{N(y)}\" text-anchor=\"{anchor}\">{WebUtility.HtmlEncode(words)}</text>");
}
