using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Whybot.Analysis.Inputs.Evidence;

namespace Whybot.Analysis.Tests.Inputs.Evidence;

/// <summary>Evidence in memory: text by source; JSON pointers of one level.</summary>
internal sealed class FakeEvidence(Dictionary<string, string> texts) : IEvidence
{
    public bool TryReadLines(string source, int first, int last, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (!texts.TryGetValue(source, out var whole))
            return false;
        var lines = whole.Split('\n');
        if (first < 1 || last > lines.Length)
            return false;
        text = string.Join('\n', lines[(first - 1)..last]);
        return true;
    }

    public bool TryReadJson(string source, string pointer, [NotNullWhen(true)] out string? value)
    {
        value = texts.TryGetValue(source, out var text) && JsonDocument.Parse(text).RootElement.TryGetProperty(pointer[1..], out var member)
            ? member.ToString() : null;
        return value is not null;
    }
}
