using Shouldly;
using Whybot.Analysis.Causes.Mechanisms;
using Xunit;

namespace Whybot.Analysis.Tests.Causes.Mechanisms;

public sealed class ChangedKindsTests
{
    [Theory]
    [InlineData(".github/workflows/ci.yml", nameof(ChangedKind.Workflow))]
    [InlineData("Jenkinsfile", nameof(ChangedKind.Workflow))]
    [InlineData("deploy/api.Dockerfile", nameof(ChangedKind.Image))]
    [InlineData("compose.test.yaml", nameof(ChangedKind.Image))]
    [InlineData("web/package-lock.json", nameof(ChangedKind.Lock))]
    [InlineData("Cargo.lock", nameof(ChangedKind.Lock))]
    [InlineData("requirements-dev.txt", nameof(ChangedKind.Manifest))]
    [InlineData("src/Shop/Shop.csproj", nameof(ChangedKind.Manifest))]
    [InlineData(".npmrc", nameof(ChangedKind.Settings))]
    [InlineData("src/cart.py", nameof(ChangedKind.Code))]
    [InlineData("docs/cart.md", null)]
    public void A_file_is_told_by_its_name(string path, string? kind) => ChangedKinds.Of(path)?.ToString().ShouldBe(kind);
}
