using Whybot.Foundation.Storage;

namespace Whybot.Intake.Actions.State;

/// <summary>Another run has written the state meanwhile: what this one did to its copy counts for nothing, and is done again on the new state.</summary>
internal sealed class StateMovedException() : StoreUnavailableException("another run has written the state meanwhile");

/// <summary>GitHub does not let the state be written: then nothing is done at all, since a later run would do it again.</summary>
internal sealed class StateUnwritableException(string branch, Exception inner)
    : StoreUnavailableException($"the branch {branch} cannot be written, so nothing was done: {inner.Message}.{Permissions.Advice(inner.Message)}", inner);
