namespace Whybot.Dashboard.Parts;

/// <param name="Height">0 to 1.</param>
/// <param name="Kind">go, no-go, inconclusive or open: its colour.</param>
/// <param name="Label">All that it shows, in words.</param>
public sealed record ChartBar(double Height, string Kind, string Label, string Address);
