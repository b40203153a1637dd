using System.Text.RegularExpressions;
using Whybot.Testing.Secrets;

namespace Whybot.Bot.Tests.Service.Planting;

/// <summary>Hands out texts with secrets, all kinds one after another, and remembers through which channel each goes in.</summary>
internal sealed partial class SecretSource(int seed)
{
    private const int MostOfName = 90;

    private readonly SecretPlanter _planter = new(seed);
    private readonly Dictionary<PlantedSecret, string> _channels = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private int _next;

    public IReadOnlyCollection<PlantedSecret> Planted => _channels.Keys;

    public string ChannelOf(PlantedSecret secret) => _channels[secret];

    /// <summary>Text of any number of lines.</summary>
    public string Text(string channel) => Next(channel, _ => true);

    /// <summary>What XML can hold: no escape characters.</summary>
    public string Xml(string channel) => Next(channel, s => !s.Text.Contains('\u001b'));

    /// <summary>One line, in XML too.</summary>
    public string Line(string channel) => Next(channel, s => !s.Text.Contains('\n') && !s.Text.Contains('\u001b'));

    /// <summary>A part of a name of a file, a branch or an environment: the secret and nothing else.</summary>
    public string Name(string channel) =>
        Next(channel, s => s.Split == Split.Plain && s.Text == s.Secret && s.Text.Length <= MostOfName && Word().IsMatch(s.Text));

    private string Next(string channel, Func<PlantedSecret, bool> may)
    {
        while (true)
        {
            // A prime apart, so that neighbours in a channel are of unlike kinds.
            var secret = _planter.Next(_next * 131 % SecretPlanter.Kinds.Count, SecretPlanter.Splits[_next % SecretPlanter.Splits.Count]);
            _next++;
            // Two channels never share one: passwords that people choose come again.
            if (!may(secret) || !_known.Add(secret.Secret))
                continue;
            _channels[secret] = channel;
            return secret.Text;
        }
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]$", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
