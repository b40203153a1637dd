namespace Whybot.Analysis.Causes.LogDifference;

/// <summary>Puts the lines of a failing log that are new together into blocks, reading it once.</summary>
internal sealed class BlockReader(PassingLines passing)
{
    /// <summary>Lines of another kind inside a block.</summary>
    private const int MostBetween = 1;

    /// <summary>How far plain lines may follow the last line about an error.</summary>
    private const int MostAfter = 4;

    /// <summary>How many plain lines directly before the first line about an error belong to it.</summary>
    private const int MostBefore = 2;

    /// <summary>The last ones are kept: they are nearest to the failure.</summary>
    private const int MostBlocks = 1000;

    private const int MostShapes = 100_000;

    private readonly Dictionary<ulong, LineKind> _kinds = [];
    private readonly Queue<FoundBlock> _blocks = new();
    private readonly PlainTail _tail = new();
    private OpenBlock? _open;
    private int _plainFrom;
    private int _plainTo = -1;

    public IReadOnlyList<FoundBlock> Blocks => [.. _blocks];

    /// <summary>The first line in which the system that ran the job says that something failed; null for none.</summary>
    public int? FailedAt { get; private set; }

    /// <summary>What is new directly before the job failed; null if nothing is.</summary>
    public FoundBlock? Tail { get; private set; }

    /// <param name="text">Without stamp and colours.</param>
    public void Feed(int number, string text)
    {
        var shape = LineShape.Of(text);
        if (shape == 0)
            return;
        if (passing.Contains(shape))
        {
            Known(number, text);
            return;
        }
        if (_open is { IsLong: true })
            Close();
        var kind = KindOf(shape, text);
        switch (kind)
        {
            case LineKind.System:
                Close();
                return;
            case LineKind.Failed:
                if (_open?.IsDirectlyBefore(number) == true)
                    _open.Extend(number);
                Close();
                if (FailedAt is null)
                    Tail = _tail.Before(number);
                FailedAt ??= number;
                return;
            case LineKind.Error or LineKind.Consequence:
                if (_open is null)
                    _open = new OpenBlock(_plainTo == number - 1 ? _plainFrom : number);
                _open.Add(number, text, kind);
                break;
            case LineKind.Plain or LineKind.Detail when _open is not null && (kind == LineKind.Detail || number - _open.Told <= MostAfter):
                _open.Add(number, text, kind);
                break;
            case LineKind.Plain or LineKind.Detail:
                Close();
                Before(number);
                _tail.Add(number, text);
                break;
            default:
                Between();
                break;
        }
    }

    /// <param name="last">The number of the last line.</param>
    public void Finish(int last)
    {
        Close();
        if (FailedAt is null)
            Tail = _tail.Before(last);
    }

    /// <summary>Most lines of a long log have a shape that was there before; figures do not change what a line does.</summary>
    private LineKind KindOf(ulong shape, string text)
    {
        if (_kinds.TryGetValue(shape, out var known))
            return known;
        var kind = LineKinds.Of(text);
        if (_kinds.Count < MostShapes)
            _kinds.Add(shape, kind);
        return kind;
    }

    private void Before(int number)
    {
        _plainFrom = _plainTo == number - 1 ? Math.Max(_plainFrom, number - MostBefore + 1) : number;
        _plainTo = number;
    }

    /// <summary>A frame that passing runs print too still belongs to the stack it is in.</summary>
    private void Known(int number, string text)
    {
        if (_open is null)
            return;
        if (LineKinds.IsDetail(text) || (_open.IsDirectlyBefore(number) && LineKinds.IsMarked(text)))
            _open.Extend(number);
        else
            Between();
    }

    private void Between()
    {
        if (_open is not null && ++_open.Between > MostBetween)
            Close();
    }

    private void Close()
    {
        if (_open is { } open)
        {
            if (_blocks.Count == MostBlocks)
                _blocks.Dequeue();
            _blocks.Enqueue(open.Block());
        }
        _open = null;
    }
}
