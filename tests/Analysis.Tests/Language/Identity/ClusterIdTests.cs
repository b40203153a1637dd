using System.Text.Json;
using Shouldly;
using Whybot.Analysis.Language.Identity;
using Xunit;

namespace Whybot.Analysis.Tests.Language.Identity;

public sealed class ClusterIdTests
{
    [Fact]
    public void As_json_it_is_its_text()
    {
        JsonSerializer.Serialize(new ClusterId("w2-3fa9c02d11e7")).ShouldBe("\"w2-3fa9c02d11e7\"");
        JsonSerializer.Deserialize<ClusterId>("\"w2-3fa9c02d11e7\"").ShouldBe(new ClusterId("w2-3fa9c02d11e7"));
        JsonSerializer.Serialize(JsonSerializer.Deserialize<ClusterId>("null")).ShouldBe("null");
    }

    [Fact]
    public void As_a_key_in_json_it_is_its_text()
    {
        var counts = new Dictionary<ClusterId, int> { [new ClusterId("w2-3fa9c02d11e7")] = 2 };

        JsonSerializer.Serialize(counts).ShouldBe("{\"w2-3fa9c02d11e7\":2}");
        JsonSerializer.Deserialize<Dictionary<ClusterId, int>>("{\"w2-3fa9c02d11e7\":2}").ShouldBe(counts);
    }

    [Fact]
    public void Without_a_text_it_is_empty() => default(ClusterId).ToString().ShouldBe("");
}
