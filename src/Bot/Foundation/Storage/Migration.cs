using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Whybot.Foundation.Storage;

/// <summary>
/// One numbered SQL file of <c>Storage/Migrations</c>. A released one is never edited: a store that already has it would not get the change
/// (<c>docs/decisions/0024-migrations-are-frozen.md</c>).
/// </summary>
/// <param name="Name">The file's name with its number: <c>0001-deliveries</c>.</param>
/// <param name="Sql">The same for both engines, except for the words that <see cref="Dialect"/> fills in.</param>
internal sealed record Migration(long Number, string Name, string Sql)
{
    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } = [.. Read().OrderBy(m => m.Number)];

    /// <summary>SHA-256 of the text, in hexadecimal; each store keeps the hash of the text that was applied to it.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    private static IEnumerable<Migration> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var name = resource.Split('.')[^2].TrimStart('_');
            yield return new Migration(long.Parse(name.Split('-')[0]), name, reader.ReadToEnd().ReplaceLineEndings("\n"));
        }
    }
}
