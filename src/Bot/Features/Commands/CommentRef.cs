using System.Security.Cryptography;
using System.Text;

namespace Whybot.Features.Commands;

/// <summary>Where on GitHub a person wrote something.</summary>
internal enum CommentKind
{
    /// <summary>In the thread of an issue or pull request.</summary>
    Thread,

    /// <summary>The summary of a pull request review.</summary>
    Review,

    /// <summary>A review comment on a line of a pull request.</summary>
    Line,
}

/// <summary>A comment, identified by its id among comments of its kind.</summary>
/// <param name="Said">For a review, the hash of its text when it was submitted: GitHub does not say whether a review was edited. Null for other kinds.</param>
internal sealed record CommentRef(long Id, CommentKind Kind = CommentKind.Thread, string? Said = null)
{
    public static CommentRef Review(long id, string? body) => new(id, CommentKind.Review, HashOf(body));

    /// <summary>
    /// Differs between kinds of comments, whose ids may be equal. Keys of thread comments have the same form as before there were other kinds.
    /// </summary>
    public string Key => Kind switch
    {
        CommentKind.Thread => $"{Id}",
        CommentKind.Review => $"review-{Id}",
        _ => $"line-{Id}",
    };

    /// <summary>Whether a body is what was originally written, as far as that is known.</summary>
    public bool IsSaid(string? body) => Said is null || Said == HashOf(body);

    private static string HashOf(string? body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body ?? "")));
}
