namespace Whybot.Analysis.Inputs.Coverage.Formats;

/// <summary>
/// Cobertura's XML (coverage-04.dtd), which coverage.py, coverlet, gcovr, PHPUnit and istanbul write too: <c>sources/source</c>, then
/// <c>class[@filename]//line[@number,@hits]</c>. Names are relative to one of the sources.
/// </summary>
internal sealed class CoberturaFormat : ICoverageFormat
{
    public string Name => "Cobertura";

    public bool Recognises(CoverageHead head) => head.Root == "coverage" && head.Attributes.Contains("line-rate");

    public void Read(Stream stream, CoverageReading reading)
    {
        var (roots, inSource) = (new List<string>(), false);
        XmlCoverage.Walk(stream, xml =>
        {
            if (xml.LocalName == "class" && xml.GetAttribute("filename") is { } name)
                reading.File(Names(name, roots));
            else if (xml.LocalName == "line" && reading.IsWanted)
                reading.Line(xml.GetAttribute("number"), xml.GetAttribute("hits"), XmlCoverage.Line(xml), () => XmlCoverage.Words(xml, "number", "hits"));
            inSource = xml.LocalName == "source" && !xml.IsEmptyElement;
        }, xml =>
        {
            if (xml.LocalName == "class")
                reading.EndFile();
            inSource = false;
        }, text =>
        {
            if (inSource && roots.Count < CoverageLimits.MaxRoots && text.Trim() is { Length: > 0 } root)
                roots.Add(root);
        });
    }

    /// <summary>A bare name under one of several sources may be any of them.</summary>
    private static IReadOnlyList<string> Names(string name, List<string> roots)
    {
        if (name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || roots.Count == 0)
            return [name];
        return roots.Count > 1 && !name.AsSpan().ContainsAny('/', '\\') ? []
            : [.. roots.Select(r => r is "." or "./" ? name : $"{r.TrimEnd('/', '\\')}/{name}")];
    }
}
