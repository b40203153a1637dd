namespace Whybot.Analysis.Results;

/// <summary>Reads result files of one format.</summary>
internal interface IResultFormat
{
    /// <summary>As people call it.</summary>
    string Name { get; }

    /// <summary>Whether a file that begins so is of this format; names of files say nothing.</summary>
    bool Recognises(ResultHead head);

    /// <summary>Adds the file's cases to the reading. What was added before the file breaks is kept.</summary>
    /// <exception cref="System.Xml.XmlException">The file is broken there.</exception>
    /// <exception cref="System.Text.Json.JsonException">The file is broken there.</exception>
    /// <exception cref="TooDeepException">Its elements are nested deeper than may be.</exception>
    /// <exception cref="InvalidDataException">It is past a limit of <see cref="ReadLimits"/>;
    /// the message begins with the line: <c>line 12: …</c>.</exception>
    void Read(Stream stream, ResultReading reading);
}
