using System.Text.RegularExpressions;
using Whybot.Analysis.Language.Messages;

namespace Whybot.Analysis.Output.Reports;

/// <summary>Leaves out what no reader of a title needs: what an object holds and where it lies in memory, and where the repository was checked out.</summary>
internal static partial class TitleWords
{
    public static string Without(string words) => Checkout().Replace(Address().Replace(ObjectDumps.Without(words), ">"), "");

    /// <summary><c>&lt;shop.Cart object at 0x7f3a&gt;</c>, <c>#&lt;Cart:0x00007f&gt;</c>.</summary>
    [GeneratedRegex(@"(?<=<[\w.: ]{1,200})(?: at |:)0x[0-9a-fA-F]{1,32}>", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Address();

    /// <summary>The folders of GitHub's and GitLab's runners, of a container's job, and of Windows.</summary>
    [GeneratedRegex(@"(?:/home/runner/work|/Users/runner/work|/__w|/builds)/[\w.-]{1,100}/[\w.-]{1,100}/|/github/workspace/|[A-Z]:\\a\\[\w.-]{1,100}\\[\w.-]{1,100}\\", RegexOptions.CultureInvariant, 10000)]
    private static partial Regex Checkout();
}
