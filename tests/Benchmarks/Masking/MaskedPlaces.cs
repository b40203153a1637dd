namespace Whybot.Benchmarks.Masking;

/// <summary>Finds out which parts of a text were masked, by what is left of it.</summary>
internal static class MaskedPlaces
{
    private const string Mask = "[redacted]";

    /// <returns>Start and length in the original, in order; null where what is left is not found in the original in its order.</returns>
    public static IReadOnlyList<(int Start, int Length)>? Of(string original, string masked)
    {
        var left = masked.Split(Mask);
        if (left.Length == 1 || !original.StartsWith(left[0], StringComparison.Ordinal) || !original.EndsWith(left[^1], StringComparison.Ordinal))
            return null;
        var places = new List<(int Start, int Length)>();
        var at = left[0].Length;
        for (var i = 1; i < left.Length; i++)
        {
            var next = i == left.Length - 1 ? original.Length - left[i].Length : original.IndexOf(left[i], at, StringComparison.Ordinal);
            if (next < at)
                return null;
            // What was a mask already was not touched.
            if (!original.AsSpan(at, next - at).SequenceEqual(Mask))
                places.Add((at, next - at));
            at = next + left[i].Length;
        }
        return places;
    }
}
