using System.Security.Cryptography;
using System.Text;

namespace Whybot.Commands;

/// <summary>Where on GitHub a person wrote something.</summary>
internal enum CommentKind
{
    /// <summary>In the thread of an issue or pull request.</summary>
    Thread,

    /// <summary>The summary of a review of a pull request.</summary>
    Review,

    /// <summary>A remark on a line of a pull request.</summary>
    Line,
}

/// <summary>A comment, by its id among those of its kind.</summary>
/// <param name="Said">Of a review, the hash of what it said when it was submitted: GitHub does not tell whether one was edited. Null for the others.</param>
internal sealed record CommentRef(long Id, CommentKind Kind = CommentKind.Thread, string? Said = null)
{
    public static CommentRef Review(long id, string? body) => new(id, CommentKind.Review, HashOf(body));

    /// <summary>Different for comments of different kinds, whose ids may be equal; those of threads are as they always were.</summary>
    public string Key => Kind switch
    {
        CommentKind.Thread => $"{Id}",
        CommentKind.Review => $"review-{Id}",
        _ => $"line-{Id}",
    };

    /// <summary>Whether a body is what was said, as far as that is known.</summary>
    public bool IsSaid(string? body) => Said is null || Said == HashOf(body);

    private static string HashOf(string? body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body ?? "")));
}
