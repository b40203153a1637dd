using Shouldly;
using Whybot.Analysis.Inputs.Changes;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Inputs.Changes;

/// <summary>Which changes change nothing.</summary>
public sealed class CodeEditsTests
{
    private static bool Nothing(params ChangedFile[] files) =>
        CodeEdits.Unchanged(Commit('a', files), f => Patch.Parse(f.Patch)).Count == files.Length;

    [Theory]
    [InlineData("a.java", "-int a=1; // one", "+int a = 1; // eins")]
    [InlineData("a.java", "-/* one", "- two */ call();", "+call();")]
    [InlineData("a.java", "- * of the old kind", "+ * of the new kind")]
    [InlineData("a.js", "-f(a,", "-  b)", "+f(a, b)")]
    [InlineData("a.py", "-x = 1  # one", "+x = 1")]
    [InlineData("a.py", " def f(x):", "     \"\"\"", "-    Adds one.", "+    Adds two.", "     \"\"\"")]
    [InlineData("a.py", "-    \"\"\"Adds one.", "+    \"\"\"Adds two.", " ", "     As said.")]
    [InlineData("a.py", "     of numbers.", "-    Adds one.\"\"\"", "+    Adds two.\"\"\"", "     return x")]
    [InlineData("a.rb", "-# old", "+# new")]
    [InlineData("a.sql", "-select 1 -- one", "+select 1")]
    [InlineData("a.xml", "-<a/><!-- one -->", "+<a/>")]
    [InlineData("a.java", "-import a.B;", "+import a.C;")]
    public void Comments_formatting_and_short_names_change_nothing(string path, params string[] patch) => Nothing(File(path, patch)).ShouldBeTrue();

    [Theory]
    [InlineData("a.java", "-int a = 1;", "+int a = 2;")]
    [InlineData("a.java", "-f(a, b)", "+f(b, a)")]
    [InlineData("a.java", "-String a = \"// one\";", "+String a = \"// two\";")]
    [InlineData("a.py", "-  x = 1", "+    x = 1")]
    [InlineData("a.py", "     \"\"\"", "     for x in y:", "-        d[x] += 1", "+        d[x] = 1")]
    [InlineData("a.py", "     >>> f(1)", "     2", "     \"\"\"", "-    return x", "+    return 2 * x")]
    [InlineData("a.py", "     of numbers.\"\"\"", "-    return x", "+    return 2 * x")]
    [InlineData("a.py", " query = \"\"\"", "-  select a", "+  select b", " \"\"\"")]
    [InlineData("a.py", " run(", "     \"\"\"", "-  select a", "+  select b", "     \"\"\")")]
    [InlineData("a.js", "-first();", " second();", "+first();")]
    [InlineData("a.js", "-import a from './b'", "+import a from './c'")]
    public void Values_order_texts_and_indentation_with_a_meaning_do(string path, params string[] patch) => Nothing(File(path, patch)).ShouldBeFalse();

    [Fact]
    public void Lines_that_went_to_another_file_change_nothing_and_a_copy_does()
    {
        var (from, to) = (File("src/a.js", "-one();", "-two();"), File("src/b.js", "+one();", "+two();"));

        Nothing(from, to).ShouldBeTrue();
        Nothing(to).ShouldBeFalse();
    }
}
