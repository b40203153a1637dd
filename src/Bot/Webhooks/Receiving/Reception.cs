namespace Whybot.Webhooks.Receiving;

/// <summary>
/// What the guard hands to the processor within one request, and what that answers. The processor's own arguments cannot carry it: they have the body
/// as text, in which bytes that are no UTF-8 are lost, and their endpoint knows one answer for everything that went well.
/// </summary>
internal sealed class Reception
{
    /// <summary>The bytes whose signature was verified.</summary>
    public byte[] Body { get; set; } = [];

    /// <summary>The status to answer with; null while nobody has taken the delivery.</summary>
    public int? Status { get; set; }
}
