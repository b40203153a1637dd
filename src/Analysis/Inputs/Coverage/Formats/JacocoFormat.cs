namespace Whybot.Analysis.Inputs.Coverage.Formats;

/// <summary>
/// JaCoCo's XML (report.dtd): <c>group*/package[@name]/sourcefile[@name]/line[@nr,@mi,@ci]</c>. A line was run if one of its instructions was (<c>ci</c>).
/// Files are named by their packages, so two groups (modules) may have the same name.
/// </summary>
internal sealed class JacocoFormat : ICoverageFormat
{
    public string Name => "JaCoCo";

    public bool Recognises(CoverageHead head) => head.Root == "report"
        && (head.Text.Contains("//JACOCO//", StringComparison.Ordinal) || head.Text.Contains("<sessioninfo", StringComparison.Ordinal));

    public void Read(Stream stream, CoverageReading reading)
    {
        var (groups, package) = (new Stack<string>(), "");
        XmlCoverage.Walk(stream, xml =>
        {
            var name = xml.GetAttribute("name");
            if (xml.LocalName == "group" && !xml.IsEmptyElement)
                groups.Push(name ?? "");
            else if (xml.LocalName == "package")
                package = name ?? "";
            else if (xml.LocalName == "sourcefile" && name is not null)
                reading.File([package.Length > 0 ? $"{package}/{name}" : name], string.Join('/', groups));
            else if (xml.LocalName == "line" && reading.IsWanted)
                reading.Line(xml.GetAttribute("nr"), xml.GetAttribute("ci"), XmlCoverage.Line(xml), () => XmlCoverage.Words(xml, "nr", "ci"));
        }, xml =>
        {
            if (xml.LocalName == "sourcefile")
                reading.EndFile();
            else if (xml.LocalName == "group")
                groups.TryPop(out _);
        });
    }
}
