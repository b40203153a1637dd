namespace Whybot.Features.Dashboard.Parts;

/// <param name="Height">From 0 to 1.</param>
/// <param name="Kind">go, no-go, inconclusive or open; decides the color.</param>
/// <param name="Label">Everything that it shows, in words.</param>
public sealed record ChartBar(double Height, string Kind, string Label, string Address);
