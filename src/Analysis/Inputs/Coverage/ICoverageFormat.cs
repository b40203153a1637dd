namespace Whybot.Analysis.Inputs.Coverage;

/// <summary>A format of coverage reports.</summary>
internal interface ICoverageFormat
{
    string Name { get; }

    bool Recognises(CoverageHead head);

    /// <summary>Reads all of a file from beginning to end.</summary>
    /// <exception cref="System.Xml.XmlException">It is no XML any more from some place on.</exception>
    /// <exception cref="System.Text.Json.JsonException">The same for JSON.</exception>
    void Read(Stream stream, CoverageReading reading);
}
