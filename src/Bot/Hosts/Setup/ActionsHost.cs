using Microsoft.Extensions.Options;
using Whybot.Foundation.Storage;
using Whybot.Hosts.Service.Logging;
using Whybot.Intake.Actions;
using Whybot.Intake.Actions.State;

namespace Whybot.Hosts.Setup;

/// <summary>Composes what takes one event through inside GitHub Actions.</summary>
internal static class ActionsHost
{
    /// <param name="branch">The branch with the state.</param>
    /// <param name="variables">The environment, as far as it holds settings.</param>
    /// <param name="replace">What a test puts in the place of a registered service.</param>
    /// <exception cref="OptionsValidationException">A section of the settings is wrong; if several are, it is an <see cref="AggregateException"/> of
    /// these.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be opened.</exception>
    public static ServiceProvider Build(ActionsEnvironment environment, string branch, IEnumerable<KeyValuePair<string, string>> variables,
        Action<IServiceCollection>? replace = null)
    {
        // Never a settings file: one in the current folder belongs to the repository, which must not configure a server's commands.
        var settings = ActionsSettings.Of(environment, variables);
        if (settings.Problems([]) is { Count: > 0 } problems)
            throw new OptionsValidationException("", typeof(ActionsSettings), problems);
        var services = new ServiceCollection().AddServiceLog(settings).AddBot(settings)
            .AddActions(new StateSettings(branch, environment.Folder, $"{environment.RunId}"));
        replace?.Invoke(services);
        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
        return provider;
    }
}
