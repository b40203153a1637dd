using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Whybot.Analysis.Inputs.Settings;

/// <summary>A YAML value with its line.</summary>
internal abstract record YamlValue(int Line);

internal sealed record YamlScalar(int Line, string Text) : YamlValue(Line);

internal sealed record YamlList(int Line, List<YamlValue> Items) : YamlValue(Line);

internal sealed record YamlMap(int Line, List<(YamlScalar Key, YamlValue Value)> Entries) : YamlValue(Line);

/// <summary>
/// Builds a small tree from YAML events without recursion. The text comes from outside: at most 64 KB, 32 levels, no anchors, no aliases.
/// (A deserializer that recurses ends the process on 10,000 nested brackets; aliases can take gigabytes.)
/// </summary>
internal static class YamlTree
{
    public const int MaxCharacters = 64 * 1024;
    public const int MaxDepth = 32;

    /// <exception cref="YamlProblem">Contains the line, and the reason in words.</exception>
    public static YamlValue? Parse(string text)
    {
        if (text.Length > MaxCharacters)
            throw new YamlProblem(1, $"the file has {text.Length:N0} characters; at most {MaxCharacters:N0} are read");
        var parser = new Parser(new StringReader(text));
        try
        {
            return Build(parser);
        }
        catch (YamlException broken)
        {
            throw new YamlProblem((int)Math.Max(1, broken.Start.Line), $"not valid YAML: {broken.Message.Split(": ")[^1].TrimEnd('.')}");
        }
        catch (InvalidOperationException)
        {
            // For some broken texts (a list that is not closed), the parser fails because of its own state instead of reporting an error in the text.
            throw new YamlProblem((int)Math.Max(1, parser.Current?.End.Line ?? 1), "not valid YAML: a list or map that begins here is not closed");
        }
    }

    private static YamlValue? Build(Parser parser)
    {
        var open = new Stack<(YamlValue Container, YamlScalar? Key)>();
        YamlValue? root = null;
        while (parser.MoveNext())
        {
            var line = (int)parser.Current!.Start.Line;
            switch (parser.Current)
            {
                case AnchorAlias:
                case NodeEvent { Anchor.IsEmpty: false }:
                    throw new YamlProblem(line, "anchors and aliases are not supported; write the value out");
                case Scalar scalar:
                    Place(new YamlScalar(line, scalar.Value));
                    break;
                case SequenceStart:
                    Enter(new YamlList(line, []));
                    break;
                case MappingStart:
                    Enter(new YamlMap(line, []));
                    break;
                case SequenceEnd or MappingEnd:
                    open.Pop();
                    break;
            }
        }
        return root;

        void Enter(YamlValue container)
        {
            Place(container);
            open.Push((container, null));
            if (open.Count > MaxDepth)
                throw new YamlProblem(container.Line, $"nested deeper than {MaxDepth} levels");
        }

        void Place(YamlValue value)
        {
            if (open.Count == 0)
            {
                root ??= value;
                return;
            }
            var (container, key) = open.Pop();
            if (container is YamlList list)
                list.Items.Add(value);
            else if (key is null)
                key = value as YamlScalar ?? throw new YamlProblem(value.Line, "a key must be a plain word");
            else
            {
                ((YamlMap)container).Entries.Add((key, value));
                key = null;
            }
            open.Push((container, key));
        }
    }
}

/// <summary>Why a YAML text cannot be read, and where.</summary>
internal sealed class YamlProblem(int line, string message) : Exception(message)
{
    public int Line { get; } = line;
}
