using Spectre.Console;

namespace Whybot.Hosts.Cli;

/// <summary>Shows what is being read on standard error if that is a terminal; otherwise shows nothing.</summary>
internal static class Progress
{
    public static T While<T>(Func<IProgress<string>, T> work)
    {
        if (Console.IsErrorRedirected || Console.IsOutputRedirected)
            return work(new Silent());
        return Terminal.Errors().Status().Start("reading", status => work(new Shown(status)));
    }

    private sealed class Silent : IProgress<string>
    {
        public void Report(string value) { }
    }

    private sealed class Shown(StatusContext status) : IProgress<string>
    {
        public void Report(string value) => status.Status($"reading {Markup.Escape(value)}");
    }
}
