using System.Globalization;
using Whybot.Analysis.Language.Text;
using Whybot.Memory.Overviews;

namespace Whybot.Features.Dashboard.Flakes;

/// <summary>Figures of a flaky cause in words.</summary>
internal static class FlakeWords
{
    /// <summary>How often it fails when its tests run: <c>3 of 40 (7.5%)</c>; without the share if nothing is known of passes.</summary>
    public static string Rate(FlakeRow flake) =>
        flake.Passed == 0 ? Numbers.Count((int)flake.Failed, "time") : $"{flake.Failed} of {flake.Failed + flake.Passed} "
        + $"({(100.0 * flake.Failed / (flake.Failed + flake.Passed)).ToString("0.#", CultureInfo.InvariantCulture)}%)";

    /// <summary>The second half of the time, compared with the first.</summary>
    public static string Trend(FlakeRow flake) => (flake.Recent, flake.Failed - flake.Recent) switch
    {
        (var now, 0) => $"▲ new: {now}",
        (0, var before) => $"▼ none after {before}",
        var (now, before) when now > before => $"▲ {now} after {before}",
        var (now, before) when now < before => $"▼ {now} after {before}",
        var (now, _) => $"= {now} again",
    };
}
