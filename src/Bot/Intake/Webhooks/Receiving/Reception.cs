namespace Whybot.Intake.Webhooks.Receiving;

/// <summary>
/// What the guard passes to the processor within one request, and what the processor answers. The processor's own arguments cannot carry it: they have the body
/// as text, in which bytes that are not UTF-8 are lost, and their endpoint has only one answer for everything that went well.
/// </summary>
internal sealed class Reception
{
    /// <summary>The bytes whose signature was verified.</summary>
    public byte[] Body { get; set; } = [];

    /// <summary>The status to answer with; null until the delivery has been accepted.</summary>
    public int? Status { get; set; }
}
