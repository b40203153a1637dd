using System.Diagnostics;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Workflows;

/// <summary>A runner of GitHub Actions, as far as the action's scripts see it: its folders, its variables and a workspace with somebody's files.</summary>
internal sealed class ActionStep : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ActionStep()
    {
        Directory.CreateDirectory(Temporary);
        Write("workspace/global.json", """{"sdk": {"version": "1.0.0", "rollForward": "disable"}}""");
        Write("workspace/appsettings.json", "{ this is no settings file of Whybot's");
        Write("workspace/Directory.Build.targets", "<Project><Target Name=\"Spoil\" BeforeTargets=\"Build\"><Error Text=\"spoiled\" /></Target></Project>");
    }

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal)
    {
        ["REPOSITORY"] = "acme/whybot",
        ["VERIFY_ATTESTATION"] = "false",
        ["RUNNER_OS"] = "Linux",
        ["RUNNER_ARCH"] = "X64",
        ["PATH"] = Environment.GetEnvironmentVariable("PATH")!,
        ["HOME"] = Environment.GetEnvironmentVariable("HOME") ?? "/",
    };

    public string Temporary => Path.Combine(_folder.Path, "temporary");

    public string Workspace => Path.Combine(_folder.Path, "workspace");

    public string Write(string file, string text) => _folder.Write(file, text);

    /// <summary>Puts a program in front of those that the machine has.</summary>
    public void Program(string name, string script)
    {
        var path = Write($"programs/{name}", $"#!/usr/bin/env bash\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        Variables["PATH"] = $"{Path.GetDirectoryName(path)}:{Environment.GetEnvironmentVariable("PATH")}";
    }

    /// <summary>Runs a script of the action in the workspace, as a step is run.</summary>
    /// <param name="action">The action's folder.</param>
    public async Task<Ended> RunAsync(string script, string? action = null)
    {
        var outputs = Write("outputs", "");
        var start = new ProcessStartInfo("bash", [Path.Combine(action ?? Repository.Root, "scripts", script)])
        {
            WorkingDirectory = Workspace,
        };
        start.Environment.Clear();
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        (start.Environment["RUNNER_TEMP"], start.Environment["GITHUB_OUTPUT"]) = (Temporary, outputs);
        var ended = await RunAsync(start);
        return ended with { Outputs = File.ReadAllLines(outputs).Select(l => l.Split('=', 2)).ToDictionary(l => l[0], l => l[1], StringComparer.Ordinal) };
    }

    /// <summary>Runs what the script's output names.</summary>
    public Task<Ended> RunProgramAsync(Ended installed) =>
        RunAsync(new ProcessStartInfo(installed.Outputs["program"]));

    public void Dispose() => _folder.Dispose();

    internal sealed record Ended(int Code, string Printed)
    {
        public IReadOnlyDictionary<string, string> Outputs { get; init; } = new Dictionary<string, string>();
    }

    private static async Task<Ended> RunAsync(ProcessStartInfo start)
    {
        var cancel = TestContext.Current.CancellationToken;
        (start.UseShellExecute, start.RedirectStandardOutput, start.RedirectStandardError) = (false, true, true);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancel);
        var output = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return new Ended(process.ExitCode, output + await errors);
    }
}
