using System.Text.RegularExpressions;
using Shouldly;
using Whybot.Testing;
using Xunit;

namespace Whybot.Analysis.Tests.House;

/// <summary>Documents name files that exist, so that a reader finds them after they have moved.</summary>
public sealed partial class DocumentedPathsTests
{
    private static readonly string[] AtTheRoot = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"];

    [Fact]
    public void Every_path_in_a_document_exists()
    {
        var named = Documents().Where(d => !d.StartsWith("docs/decisions/", StringComparison.Ordinal)).SelectMany(NamedPaths).ToList();

        named.Count.ShouldBeGreaterThan(100);
        named.Where(n => !Exists(n.Path)).Select(n => $"{n} does not exist").ShouldBeEmpty();
    }

    /// <summary>Decisions are not rewritten: they may name what no longer exists, but their links must lead somewhere.</summary>
    [Fact]
    public void Every_link_from_a_document_to_a_file_leads_there()
    {
        var linked = Documents().SelectMany(LinkedPaths).ToList();

        linked.Count.ShouldBeGreaterThan(100);
        linked.Where(n => !Exists(n.Path)).Select(n => $"{n} does not exist").ShouldBeEmpty();
    }

    [Fact]
    public void A_bare_file_name_in_the_README_s_table_is_in_the_wing_of_the_path_before_it()
    {
        var bare = BareNames("README.md").ToList();

        bare.Count.ShouldBeGreaterThan(15);
        bare.Where(b => !IsBelow(b.Wing, b.Name.Path)).Select(b => $"{b.Name} is not below {b.Wing}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("src/Analysis/Analyst.cs", true)]
    [InlineData("src/Analysis/Analist.cs", false)]
    [InlineData("src/Analysis/", true)]
    [InlineData("src/Analysis/Analyst.cs/", false)]
    [InlineData("docs/decisions", true)]
    [InlineData("src/Analysis/Explanation/Whys/*Step.cs", true)]
    [InlineData("src/Analysis/Explanation/Whys/*Rung.cs", false)]
    [InlineData("src/Bot/Memory/*/*.cs", true)]
    [InlineData("src/Analysis/Explanation/*.md", false)]
    [InlineData("tests/Benchmarks/bin/Release/net10.0/Whybot.Benchmarks.dll", true)]
    public void A_path_exists_or_not(string path, bool exists) => Exists(path).ShouldBe(exists);

    private sealed record Named(string Document, int Line, string Path)
    {
        public override string ToString() => $"{Document}:{Line}: {Path}";
    }

    private static IEnumerable<string> Documents() => AtTheRoot.Concat(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal));

    /// <summary>What stands between back-ticks and begins like a path of this repository.</summary>
    private static IEnumerable<Named> NamedPaths(string document) =>
        from line in Lines(document)
        from code in Code().Matches(line.Text)
        where Ours().IsMatch(code.Groups["text"].Value)
        select new Named(document, line.Number, code.Groups["text"].Value);

    /// <summary>Targets of links, from the repository's root; not those on the web or within the document.</summary>
    private static IEnumerable<Named> LinkedPaths(string document) =>
        from line in Lines(document)
        from link in Link().Matches(line.Text)
        let target = Uri.UnescapeDataString(link.Groups["target"].Value.Split('#')[0])
        where target.Length > 0 && !target.Contains(':', StringComparison.Ordinal)
        select new Named(document, line.Number, FromRoot(Path.GetDirectoryName(document)!, target));

    /// <summary>Names without a folder that follow a path in a row of a table.</summary>
    private static IEnumerable<(string Wing, Named Name)> BareNames(string document)
    {
        foreach (var (number, text) in Lines(document).Where(l => l.Text.StartsWith('|')))
        {
            string? wing = null;
            foreach (var code in Code().Matches(text).Select(m => m.Groups["text"].Value))
                if (Ours().IsMatch(code))
                    wing = string.Join('/', code.Split('/').SkipLast(1).Take(3));
                else if (wing is not null && FileName().IsMatch(code))
                    yield return (wing, new Named(document, number, code));
        }
    }

    /// <summary>The lines outside of fenced blocks: what stands in those is an example.</summary>
    private static IEnumerable<(int Number, string Text)> Lines(string document)
    {
        var fence = "";
        foreach (var (index, line) in File.ReadLines(Path.Combine(Repository.Root, document)).Index())
        {
            var start = line.TrimStart();
            var mark = fence.Length > 0 ? fence : start.StartsWith('~') ? "~~~" : "```";
            if (start.StartsWith(mark, StringComparison.Ordinal))
                fence = fence.Length > 0 ? "" : mark;
            else if (fence.Length == 0)
                yield return (index + 1, line);
        }
    }

    private static string FromRoot(string folder, string target) =>
        Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, folder, target))).Replace('\\', '/')
        + (target.EndsWith('/') ? "/" : "");

    /// <summary>A part of a path may be a pattern. What the build makes need not be there.</summary>
    private static bool Exists(string path)
    {
        if (Built().IsMatch(path))
            return true;
        IEnumerable<string> found = [Repository.Root];
        foreach (var part in path.TrimEnd('/').Split('/'))
            found = [.. found.Where(Directory.Exists).SelectMany(f =>
                part.Contains('*', StringComparison.Ordinal) ? Directory.EnumerateFileSystemEntries(f, part) : [Path.Combine(f, part)])];
        return found.Any(f => Directory.Exists(f) || (!path.EndsWith('/') && File.Exists(f)));
    }

    private static bool IsBelow(string wing, string name) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, wing), name, SearchOption.AllDirectories).Any(f => !Built().IsMatch(f.Replace('\\', '/')));

    [GeneratedRegex("`(?<text>[^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^(?:src|tests|docs|scripts|samples|\.github)/[^\s<>{}…]*$")]
    private static partial Regex Ours();

    [GeneratedRegex(@"^[\w*.-]*[\w*]\.(?:cs|json|razor|sql|md|tsv)$")]
    private static partial Regex FileName();

    [GeneratedRegex("/(?:bin|obj)/")]
    private static partial Regex Built();
}
