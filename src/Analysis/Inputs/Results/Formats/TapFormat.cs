namespace Whybot.Analysis.Inputs.Results.Formats;

/// <summary>
/// TAP, as written by node:test, tape, node-tap, ava, vitest, mocha, bats, Perl and others. A subtest's points are indented, before the point that sums them up
/// or, in braces, after it. Points with none inside are the tests. A point that sums others up is a failure only if none of them failed.
/// </summary>
internal sealed class TapFormat : IResultFormat
{
    public string Name => "TAP";

    public bool Recognises(ResultHead head) => head.Tap;

    public void Read(Stream stream, ResultReading reading)
    {
        reading.TriesAreTold = true;
        var text = JsonSource.Of(stream, reading).Text;
        var reader = new TapReader(reading, isCut: !text.IsEmpty && text.Span[^1] is not (byte)'\n' and not (byte)'\r');
        var number = 0;
        foreach (var line in JsonLines.Split(text))
            reader.Take(TapLines.Text(line), ++number);
        reader.Finish();
    }
}
