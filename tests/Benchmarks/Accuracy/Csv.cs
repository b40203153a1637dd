using Microsoft.VisualBasic.FileIO;

namespace Whybot.Benchmarks.Accuracy;

/// <summary>Rows of a CSV file by the names in its first line.</summary>
internal static class Csv
{
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string path)
    {
        using var parser = new TextFieldParser(path)
        {
            TextFieldType = FieldType.Delimited,
            Delimiters = [","],
            HasFieldsEnclosedInQuotes = true,
            TrimWhiteSpace = false
        };
        var names = parser.ReadFields() ?? [];
        while (!parser.EndOfData)
            if (parser.ReadFields() is { } fields)
                yield return names.Zip(fields).ToDictionary(f => f.First, f => f.Second, StringComparer.Ordinal);
    }

    public static int? Number(this IReadOnlyDictionary<string, string> row, string name) => int.TryParse(row.GetValueOrDefault(name), out var number)
        ? number : null;
}
