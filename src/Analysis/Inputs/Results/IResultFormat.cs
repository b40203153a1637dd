namespace Whybot.Analysis.Inputs.Results;

/// <summary>Reads result files of one format.</summary>
internal interface IResultFormat
{
    /// <summary>The format's name for people.</summary>
    string Name { get; }

    /// <summary>The only tool that writes it; unknown if there are several.</summary>
    TestRunner Runner => TestRunner.Unknown;

    /// <summary>Whether a file that begins like this has this format; file names say nothing.</summary>
    bool Recognises(ResultHead head);

    /// <summary>Adds the file's cases to the reading. If the file is broken, the cases read up to there are kept.</summary>
    /// <exception cref="System.Xml.XmlException">The file is broken at that point.</exception>
    /// <exception cref="System.Text.Json.JsonException">The file is broken at that point.</exception>
    /// <exception cref="TooDeepException">Its elements are nested deeper than allowed.</exception>
    /// <exception cref="InvalidDataException">It exceeds a limit of <see cref="ReadLimits"/>;
    /// the message begins with the line: <c>line 12: …</c>.</exception>
    void Read(Stream stream, ResultReading reading);
}
