using System.CommandLine;
using Whybot.Benchmarks.Masking;

namespace Whybot.Benchmarks;

/// <summary><c>secrets</c>: what of planted secrets comes through, what of ordinary text is masked, and what masking costs.</summary>
internal static class SecretsBenchmark
{
    public static Command Create()
    {
        var count = new Option<int>("--count") { DefaultValueFactory = _ => 10_000, Description = "How many secrets are planted." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "The same seed plants the same secrets." };
        var show = new Option<string?>("--show") { Description = "Also prints what was planted of this kind and what is left of it.", HelpName = "KIND" };
        var ordinary = new Option<string[]>("--ordinary")
        {
            Description = "Folders of ordinary text (also .gz): counts the lines that are touched instead.",
            HelpName = "DIR",
            AllowMultipleArgumentsPerToken = true
        };
        var samples = new Option<int>("--samples")
        {
            DefaultValueFactory = _ => 2,
            Description = "Touched lines that are shown of each class; of what was masked only the length."
        };
        var speed = new Option<string?>("--speed")
        {
            Description = "A job's log: times reading it with and without masking instead. Without a file one is made.",
            HelpName = "FILE",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var megabytes = new Option<int>("--log-megabytes") { DefaultValueFactory = _ => 36, Description = "Size of the log that is made." };
        var command = new Command("secrets", "Plants secrets of every kind and counts those that masking lets through.") { count, seed, show, ordinary,
            samples, speed, megabytes };
        command.SetAction(parse =>
        {
            if (parse.GetValue(ordinary) is { Length: > 0 } folders)
                return OrdinaryText.Print(folders, parse.GetValue(samples));
            if (parse.GetResult(speed) is { Implicit: false })
                return MaskingSpeed.Print(parse.GetValue(speed), parse.GetValue(megabytes), parse.GetValue(seed));
            return PlantedText.Print(parse.GetValue(count), parse.GetValue(seed), parse.GetValue(show));
        });
        return command;
    }
}
