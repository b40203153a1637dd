using Shouldly;
using Whybot.Runs.RunFolders;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Runs.RunFolders;

public sealed class SourceFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private (IReadOnlyList<string> Paths, IReadOnlyList<string> Warnings) Read()
    {
        var folder = new RunFolder(_folder.Path);
        return ([.. SourceFiles.Read(folder).Files.Select(f => f.Path)], [.. folder.Warnings]);
    }

    [Fact]
    public void Files_have_their_paths_in_the_repository_and_secrets_are_masked()
    {
        const string Secret = "ghp_0123456789abcdefghijABCDEFGHIJ012345";
        _folder.Write("sources/src/cart.py", $"def total():\n    return '{Secret}'\n");

        var file = SourceFiles.Read(new RunFolder(_folder.Path)).Files.ShouldHaveSingleItem();

        file.Path.ShouldBe("src/cart.py");
        file.Lines[0].ShouldBe("def total():");
        string.Join('\n', file.Lines).ShouldNotContain(Secret);
    }

    [Fact]
    public void A_file_that_is_too_large_is_left_out_with_a_warning_and_hinders_no_other()
    {
        _folder.Write("sources/a.py", new string('a', (int)SourceFiles.MostOfFile + 1));
        _folder.Write("sources/b.py", "def total():\n    return 1\n");

        var (paths, warnings) = Read();

        paths.ShouldBe(["b.py"]);
        warnings.ShouldHaveSingleItem().ShouldStartWith("sources/a.py: ");
    }

    [Fact]
    public void What_is_no_text_is_left_out_with_a_warning()
    {
        _folder.Write("sources/a.py", "PK\u0003\u0004 and so on");

        var (paths, warnings) = Read();

        paths.ShouldBeEmpty();
        warnings.ShouldHaveSingleItem().ShouldBe("sources/a.py: a ZIP archive; unpack it first; it is left out");
    }

    [Fact]
    public void Beyond_the_limit_of_all_files_the_rest_is_left_out()
    {
        var text = new string('a', (int)SourceFiles.MostOfFile);
        var fitting = (int)(SourceFiles.MostOfAll / SourceFiles.MostOfFile);
        for (var i = 0; i < fitting + 2; i++)
            _folder.Write($"sources/{i:000}.py", text);

        var (paths, warnings) = Read();

        paths.Count.ShouldBe(fitting);
        warnings.ShouldHaveSingleItem().ShouldContain("more than 32 MB of sources");
    }
}
