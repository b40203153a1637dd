namespace Whybot.Analysis.Inputs.Settings;

/// <summary>A kind of probe as the settings name it.</summary>
/// <param name="Kind">The key that names it; its value is the target.</param>
/// <param name="OfUrl">It checks a path below the service's own URL, and below the fallback's if that fails; otherwise its target is host:port.</param>
/// <param name="Options">What it takes besides <c>within</c>, which every kind takes.</param>
public sealed record ProbeSpec(string Kind, bool OfUrl, params IReadOnlyList<ProbeOption> Options);
