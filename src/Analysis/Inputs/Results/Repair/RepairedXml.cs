using System.Buffers;
using System.Text;

namespace Whybot.Analysis.Inputs.Results.Repair;

/// <summary>
/// Turns a result file that no XML parser accepts into well-formed XML; it is only used after a parser has rejected the file. Characters that XML forbids
/// become references, text that only looks like a tag becomes text, anything outside the documents is left out, and elements that are open where the file
/// breaks off are closed. A test without an end gets a <see cref="ResultElements.BrokenOff"/>. Line numbers stay the same. The output is generated piece by
/// piece; entities are never expanded.
/// </summary>
/// <param name="xml">The whole file, in UTF-8.</param>
/// <param name="root">The name that a document begins with; null for any known one.</param>
internal sealed class RepairedXml(ReadOnlyMemory<byte> xml, Repairs repairs, string? root = null) : PieceStream(Piece)
{
    private const int Piece = 64 * 1024;
    private const string BeforeXml = "text before the XML";
    private const string AfterXml = "text after the XML";

    private readonly List<(string Name, int Line)> _open = [];
    private readonly XmlTag _tag = new();
    private Action<string, int>? _fault;
    private int _at;
    private int _line = 1;
    private int _sectionEnd;
    private int _documents;

    /// <summary>From here on, no comment is closed.</summary>
    private bool _noComment;

    private ReadOnlySpan<byte> Rest => xml.Span[_at..];
    private string Parent => _open.Count > 0 ? _open[^1].Name : "";

    /// <summary>The open element is known to contain elements and no text.</summary>
    private bool IsStructure => ResultElements.IsKnown(Parent) && !ResultElements.IsText(Parent);

    /// <summary>Handles one piece of text, or one tag.</summary>
    protected override void Step()
    {
        var from = _at;
        if (_at >= xml.Length)
            End();
        else if (_at < _sectionEnd)
            Section();
        else if (xml.Span[_at] == '<')
            Markup();
        else
            Text();
        _line += xml.Span[from..Math.Min(_at, xml.Length)].Count((byte)'\n');
    }

    private void Text()
    {
        var some = Rest[..Math.Min(Rest.Length, Piece)];
        var end = some.IndexOf((byte)'<');
        end = _at + (end < 0 ? some.Length : end);
        if (_open.Count == 0)
            Outside(end);
        else
            _at = XmlText.Write(xml.Span, _at, end, default, Out, _fault ??= Fault);
    }

    private void Markup()
    {
        if (Rest.StartsWith("<!--"u8) && CommentLength() is > 0 and var comment)
            Comment(comment);
        else if (Rest.StartsWith("<?"u8) && InstructionLength() is > 0 and var instruction)
            LeaveOut(instruction);
        else if (Rest.StartsWith("<![CDATA["u8) && _open.Count > 0)
            OpenSection();
        else if (Rest.StartsWith("<!DOCTYPE"u8) && _open.Count == 0)
            DocumentType();
        else if (Rest.StartsWith("</"u8))
            CloseTag();
        else if (XmlTag.NameAt(Rest[1..]) is { IsEmpty: false } name)
            OpenTag(name);
        else
            Literal();
    }

    /// <summary>Handles text that is neither in a document nor between two of them.</summary>
    private void Outside(int end)
    {
        if (xml.Span[_at..end].ContainsAnyExcept(" \t\r\n"u8))
            Fault(_documents == 0 ? BeforeXml : AfterXml, _at);
        Blank(xml.Span[_at..end]);
        _at = end;
    }

    /// <summary>Leaves out everything except line feeds.</summary>
    private void Blank(ReadOnlySpan<byte> left)
    {
        var lines = left.Count((byte)'\n');
        if (lines == 0)
            return;
        Out.GetSpan(lines)[..lines].Fill((byte)'\n');
        Out.Advance(lines);
    }

    /// <summary>Length of the comment; 0 if it is not closed.</summary>
    private int CommentLength()
    {
        var length = _noComment ? -1 : Rest.IndexOf("-->"u8);
        _noComment = length < 0;
        return length < 0 ? 0 : length + 3;
    }

    /// <summary>Length of the instruction; 0 if it is not closed before the next tag.</summary>
    private int InstructionLength()
    {
        var next = Rest[1..].IndexOf((byte)'<');
        var length = (next < 0 ? Rest : Rest[..(next + 1)]).IndexOf("?>"u8);
        return length < 0 ? 0 : length + 2;
    }

    private void LeaveOut(int length)
    {
        Blank(Rest[..length]);
        _at += length;
    }

    /// <summary>A comment inside another shows that the first one has no end; the text between may be more than a comment.</summary>
    private void Comment(int length)
    {
        if (Rest[1..length].IndexOf("<!--"u8) >= 0)
            repairs.Break(_line, "a comment is not closed");
        LeaveOut(length);
    }

    /// <summary>
    /// A document type is neither read nor fetched. If it declares entities, the document's content is not known, because their meaning is not.
    /// </summary>
    private void DocumentType()
    {
        var type = Rest[..XmlProlog.DocumentType(Rest)];
        if (type.IndexOf("<!ENTITY"u8) >= 0)
            repairs.Refuse(_line, "the DTD declares entities, which are not expanded");
        else
            Fault("a DOCTYPE, which is left out", _at);
        LeaveOut(type.Length);
    }

    private void OpenSection()
    {
        const int Opening = 9;
        var length = Rest.IndexOf("]]>"u8);
        _at += Opening;
        _sectionEnd = length < 0 ? xml.Length : _at + length - Opening;
        if (_at == _sectionEnd)
            Section();
    }

    private void Section()
    {
        var manner = new XmlText.Manner(IsLiteral: true, IsAttribute: false);
        _at = XmlText.Write(xml.Span, _at, Math.Min(_sectionEnd, _at + Piece), manner, Out, _fault ??= Fault);
        if (_at >= _sectionEnd)
            _at = Math.Min(xml.Length, _sectionEnd + 3);
    }

    /// <summary>A <c>&lt;</c> that begins no tag: it is part of a text or, where the format has no text, of a tag that is lost.</summary>
    private void Literal()
    {
        if (_open.Count == 0)
        {
            Outside(_at + 1);
            return;
        }
        if (IsStructure)
            repairs.Break(_line, $"a tag in <{Parent}> is broken");
        else
            Fault(XmlText.Less, _at);
        Out.Write("&lt;"u8);
        _at++;
    }

    private void CloseTag()
    {
        var name = XmlTag.NameAt(Rest[2..]);
        var end = 2 + name.Length;
        while (end < Rest.Length && XmlTag.IsBlank(Rest[end]))
            end++;
        var plain = XmlTag.Plain(name);
        var at = name.IsEmpty ? -1 : LastOpen(plain);
        if (end == Rest.Length)
            _at = xml.Length;
        else if (name.IsEmpty || Rest[end] != '>' || (at < 0 && _open.Count > 0 && ResultElements.IsText(Parent)))
            Literal();
        else if (at < 0)
            CloseNothing(plain, end + 1);
        else
        {
            while (_open.Count > at + 1)
                CloseEarly();
            Blank(Rest[..end]);
            EndElement();
            _at += end + 1;
        }
    }

    private int LastOpen(string name)
    {
        var at = _open.Count - 1;
        while (at >= 0 && _open[at].Name != name)
            at--;
        return at;
    }

    private void CloseNothing(string name, int length)
    {
        if (ResultElements.IsKnown(name))
            repairs.Break(_line, $"</{name}> ends nothing, so what it should end is missing");
        else if (_open.Count > 0)
            Fault(XmlText.Less, _at);
        else
            Fault(_documents == 0 ? BeforeXml : AfterXml, _at);
        LeaveOut(length);
    }

    /// <summary>Closes an element whose end is missing. If no format has such an element, it was text that looked like a tag.</summary>
    private void CloseEarly()
    {
        var (name, line) = _open[^1];
        if (ResultElements.IsKnown(name))
            repairs.Break(_line, $"<{name}> of line {line} is not closed");
        else
            Fault(XmlText.Less, _at);
        if (ResultElements.Cases.Contains(name))
            Write($"<{ResultElements.BrokenOff}/>");
        EndElement();
    }

    private void EndElement()
    {
        Write($"</{Parent}>");
        _open.RemoveAt(_open.Count - 1);
    }

    private void OpenTag(ReadOnlySpan<byte> name)
    {
        var plain = XmlTag.Plain(name);
        var begins = _open.Count == 0 ? IsRoot(plain)
            : !ResultElements.IsText(Parent) || ResultElements.BeginsInText(Parent, plain, HasAttributes(name.Length));
        if (!begins)
        {
            if (_open.Count == 0 && ResultElements.IsKnown(plain))
                repairs.Break(_line, $"<{plain}> is outside of every suite, so what should hold it is missing");
            Literal();
            return;
        }
        _tag.Scan(Rest[1..], name);
        var isCut = !_tag.IsWhole && _at + 1 + _tag.End == xml.Length;
        if (isCut && _tag.Attributes.Count == 0)
            plain = ResultElements.Complete(plain) ?? plain;
        if ((!_tag.IsWhole && !isCut) || (IsStructure && name.ContainsAnyInRange((byte)0x80, (byte)0xFF)))
            repairs.Break(_line, $"the tag of <{plain}> is broken");
        if (isCut && IsUseless(plain))
            _at = xml.Length;
        else
            Begin(plain);
    }

    private bool IsRoot(string name) => root is null ? ResultElements.Roots.Contains(name) : name == root || ResultElements.Roots.Contains(name);

    private bool HasAttributes(int nameLength)
    {
        var at = 1 + nameLength;
        while (at < Rest.Length && XmlTag.IsBlank(Rest[at]))
            at++;
        return at < Rest.Length && Rest[at] is not ((byte)'>' or (byte)'/' or (byte)'<');
    }

    /// <summary>Nothing can be said about a test whose name is cut off.</summary>
    private bool IsUseless(string name)
    {
        if (!ResultElements.Cases.Contains(name))
            return false;
        var whole = _tag.IsCutInside ? _tag.Attributes.Count - 1 : _tag.Attributes.Count;
        for (var i = 0; i < whole; i++)
            if (Rest[1..][_tag.Attributes[i].Name] is var attribute && (attribute.SequenceEqual("name"u8) || attribute.SequenceEqual("testName"u8)))
                return false;
        return true;
    }

    private void Begin(string name)
    {
        if (ResultElements.EndsCase(name, Parent) && _open.FindLastIndex(o => ResultElements.Cases.Contains(o.Name)) is >= 0 and var unended)
            while (_open.Count > unended)
                CloseEarly();
        if (_open.Count == 0 && ++_documents > 1)
            Fault("more than one document in the file", _at);
        if (_open.Count >= ReadLimits.MaxDepth)
        {
            repairs.Break(_line, $"elements are nested deeper than {ReadLimits.MaxDepth}, and what follows is not read");
            _at = xml.Length;
            CloseAll();
            return;
        }
        Write($"<{name}");
        var behind = Attributes();
        Write(_tag is { IsEmpty: true, IsWhole: true } ? "/>" : ">");
        if (_tag is not { IsEmpty: true, IsWhole: true })
            _open.Add((name, _line));
        Blank(behind);
        _at += 1 + _tag.End;
    }

    /// <returns>What follows the last attribute.</returns>
    private ReadOnlySpan<byte> Attributes()
    {
        var tag = Rest.Slice(1, _tag.End);
        var done = 0;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (nameRange, valueRange) in _tag.Attributes)
        {
            var full = tag[nameRange];
            var name = XmlTag.Plain(full);
            Blank(tag[done..valueRange.Start]);
            done = valueRange.End.Value;
            if (full.StartsWith("xmlns"u8) || !names.Add(name))
            {
                Blank(tag[valueRange]);
                continue;
            }
            var value = tag[valueRange];
            if (valueRange.Start.Value > 0 && tag[valueRange.Start.Value - 1] == '"' && value.Contains((byte)'"'))
                Fault(XmlText.Quote, _at + 1 + valueRange.Start.Value);
            Write($" {name}=\"");
            var (from, to) = (_at + 1 + valueRange.Start.Value, _at + 1 + valueRange.End.Value);
            XmlText.Write(xml.Span, from, to, new XmlText.Manner(IsLiteral: false, IsAttribute: true), Out, _fault ??= Fault);
            Write("\"");
            Blank(value);
        }
        return tag[done..];
    }

    private void End()
    {
        if (_open.Count > 0)
        {
            var inside = _open.FindLast(o => ResultElements.IsKnown(o.Name)).Name ?? Parent;
            repairs.Break(_line, $"the file ends inside <{inside}>");
        }
        else if (_documents == 0)
            repairs.Break(_line, "the file ends before its first element");
        CloseAll();
    }

    private void CloseAll()
    {
        while (_open.Count > 0)
        {
            if (ResultElements.Cases.Contains(Parent))
                Write($"<{ResultElements.BrokenOff}/>");
            EndElement();
        }
        IsEnded = true;
    }

    private void Write(string text)
    {
        var length = Encoding.UTF8.GetBytes(text, Out.GetSpan(text.Length * 3));
        Out.Advance(length);
    }

    private void Fault(string fault, int at)
    {
        if (!repairs.Again(fault))
            repairs.Fault(fault, _line + xml.Span[Math.Min(_at, at)..at].Count((byte)'\n'));
    }
}
