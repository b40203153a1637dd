using System.Diagnostics;
using Whybot.Demo;

// Whybot's story in about a minute, with no network: a small real service on this machine, a GitHub that lives in this process, and the real bot.
var stay = args.Contains("--stay");
var name = args.Where(a => a != "--stay").ToArray() switch { [] => "renamed-field", ["--break", var given] => given, _ => "" };
if (Breakage.All.FirstOrDefault(b => b.Name == name) is not { } breakage)
{
    await Console.Error.WriteLineAsync(
        $"usage: dotnet run --project samples/Demo [-- [--break NAME] [--stay]]\n\n  --stay          keep it running at the end, to look at its "
        + $"pages\n\n{string.Join('\n', Breakage.All.Select(b => $"  {b.Name,-16}{b.About}"))}");
    return args is ["--help"] or ["-h"] ? 0 : 64;
}
var began = Stopwatch.GetTimestamp();
await using var world = await World.CreateAsync(breakage, checks: false);
await new Story(world, Tell, title => Console.WriteLine($"  … {title}")).TellAsync();
Console.WriteLine($"\nThat took {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s. Other ways to break it: "
    + $"{string.Join(", ", Breakage.All.Select(b => b.Name))} (--break NAME).");
if (stay)
{
    Console.WriteLine($"\nLook at {world.Service.Pages}; Ctrl+C ends it.");
    var ended = new TaskCompletionSource();
    Console.CancelKeyPress += (_, key) => key.Cancel = ended.TrySetResult();
    await ended.Task;
}
return 0;

static void Tell(string heading, string text)
{
    var bold = Console.IsOutputRedirected ? ("", "") : ("\e[1m", "\e[0m");
    Console.WriteLine($"\n{bold.Item1}== {heading}{bold.Item2}\n");
    foreach (var line in text.Split('\n'))
        Console.WriteLine($"  {line}");
}
