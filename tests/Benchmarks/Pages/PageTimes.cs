using System.Diagnostics;

namespace Whybot.Benchmarks.Pages;

/// <summary>Asks for pages one after the other, and prints how long each took and how much was sent.</summary>
internal static class PageTimes
{
    private const int Times = 7;

    public static async Task PrintAsync(Uri root, IReadOnlyList<string> addresses)
    {
        using var http = new HttpClient { BaseAddress = root, Timeout = TimeSpan.FromMinutes(2) };
        Console.WriteLine($"{"page",-62} {"first ms",9} {"median ms",9} {"worst ms",9} {"KB",7}");
        foreach (var address in addresses)
        {
            var (first, length) = await OnceAsync(http, address);
            var times = new List<double>();
            for (var i = 0; i < Times; i++)
                times.Add((await OnceAsync(http, address)).Milliseconds);
            times.Sort();
            Console.WriteLine($"{address,-62} {first,9:0} {times[Times / 2],9:0} {times[^1],9:0} {length / 1024.0,7:0.0}");
        }
    }

    private static async Task<(double Milliseconds, int Bytes)> OnceAsync(HttpClient http, string address)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await http.GetAsync(address);
        var body = await answer.Content.ReadAsByteArrayAsync();
        return (Stopwatch.GetElapsedTime(began).TotalMilliseconds, answer.IsSuccessStatusCode ? body.Length : throw new InvalidOperationException(
            $"{address} answers {(int)answer.StatusCode}"));
    }
}
