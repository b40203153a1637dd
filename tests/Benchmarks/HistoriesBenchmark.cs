using System.CommandLine;
using System.Diagnostics;
using Whybot.Benchmarks.Histories;

namespace Whybot.Benchmarks;

/// <summary>Random histories of Whybot inside GitHub Actions: what they cost, and what must not be.</summary>
internal static class HistoriesBenchmark
{
    public static Command Create()
    {
        var histories = new Option<int>("--histories") { DefaultValueFactory = _ => 500, Description = "How many." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "Of the first; each other has the next." };
        var moments = new Option<int>("--moments") { DefaultValueFactory = _ => 12, Description = "At how many moments of a history something happens." };
        var binary = new Option<bool>("--binary") { Description = "Run the program itself: WHYBOT_PROGRAM, or the one beside this." };
        var story = new Option<bool>("--story") { Description = "Print what each run said, also where all is well." };
        var command = new Command("histories",
            "Plays random histories inside GitHub Actions (events side by side, lost answers, kills, lost state, limits, missing permissions), and holds what "
            + "lies on the fake GitHub against what happened.")
            { histories, seed, moments, binary, story };
        command.SetAction(async (parse, cancel) =>
        {
            var began = Stopwatch.GetTimestamp();
            var (samples, wrong) = (new List<RunSample>(), 0);
            for (var i = parse.GetValue(seed); i < parse.GetValue(seed) + parse.GetValue(histories); i++)
            {
                var end = await History.RunAsync(i, parse.GetValue(moments), parse.GetValue(binary), checks: false, cancel);
                samples.AddRange(end.Samples);
                wrong += end.Violations.Count > 0 ? 1 : 0;
                if (parse.GetValue(story) || end.Violations.Count > 0)
                    Console.WriteLine(string.Join('\n', end.Story));
                foreach (var violation in end.Violations)
                    Console.WriteLine($"seed {i}: {violation}");
            }
            Machine.Print();
            Console.WriteLine($"{parse.GetValue(histories)} histories from seed {parse.GetValue(seed)}, "
                + $"{Stopwatch.GetElapsedTime(began).TotalMinutes:0.0} min; {wrong} with violations");
            Console.Write(HistoryFigures.Table(samples));
            return wrong == 0 ? 0 : 1;
        });
        return command;
    }
}
