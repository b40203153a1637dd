namespace Whybot.Analysis.Inputs.Coverage.Formats;

/// <summary>Clover's XML, which PHPUnit and istanbul write too: <c>file[@path or @name]/line[@num,@count]</c>.</summary>
internal sealed class CloverFormat : ICoverageFormat
{
    public string Name => "Clover";

    public bool Recognises(CoverageHead head) => head.Root == "coverage" && head.Attributes.Contains("generated");

    public void Read(Stream stream, CoverageReading reading) => XmlCoverage.Walk(stream, xml =>
    {
        if (xml.LocalName == "file" && (xml.GetAttribute("path") ?? xml.GetAttribute("name")) is { } name)
            reading.File([name]);
        else if (xml.LocalName == "line" && reading.IsWanted)
            reading.Line(xml.GetAttribute("num"), xml.GetAttribute("count"), XmlCoverage.Line(xml), () => XmlCoverage.Words(xml, "num", "count"));
    }, xml =>
    {
        if (xml.LocalName == "file")
            reading.EndFile();
    });
}
