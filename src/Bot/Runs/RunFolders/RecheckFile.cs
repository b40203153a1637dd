using System.Text.Json;
using System.Text.Json.Serialization;
using Whybot.Analysis.Inputs.Plans;
using Whybot.Foundation.Json;

namespace Whybot.Runs.RunFolders;

/// <summary>
/// <c>recheck.json</c>: the tests that were to be rerun, a list of <c>{suite, file, className, name}</c>. Their results are under <c>again/</c>.
/// </summary>
internal static class RecheckFile
{
    private const string Name = "recheck.json";

    public static void Write(string folder, IReadOnlyList<TestToRecheck> tests)
    {
        if (tests.Count > 0)
            File.WriteAllBytes(Path.Combine(folder, Name), JsonSerializer.SerializeToUtf8Bytes(tests, RecheckJson.Default.IReadOnlyListTestToRecheck));
    }

    public static IReadOnlyList<TestToRecheck> Read(RunFolder folder)
    {
        using var document = folder.Json(Name);
        return document is null ? [] : [.. ((JsonElement?)document.RootElement).Items().Where(t => t.Item.Text("name") is not null)
            .Select(t => new TestToRecheck(t.Item.Text("suite") ?? "", t.Item.Text("file"), t.Item.Text("className") ?? "", t.Item.Text("name")!))];
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<TestToRecheck>))]
internal sealed partial class RecheckJson : JsonSerializerContext;
