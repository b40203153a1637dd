using System.Security;
using System.Text;
using Whybot.Testing.GitHub;

namespace Whybot.Bot.Tests.Service.Planting;

/// <summary>Result files, logs and artifacts in which secrets stand.</summary>
internal static class PlantedFiles
{
    private const int Each = 8;

    /// <summary>JUnit with secrets in messages, stacks, names, classes, properties and output.</summary>
    public static string JUnit(SecretSource source, string suite)
    {
        var text = new StringBuilder($"<testsuites><testsuite name=\"{suite}\" tests=\"{Each * 6}\" timestamp=\"2026-11-20T12:00:00\">\n");
        text.Append($"<properties><property name=\"token\" value=\"{X(source.Line("JUnit property"))}\"/></properties>\n");
        for (var i = 0; i < Each; i++)
        {
            text.Append(Case($"tests.test_{suite}", $"test_message_{i}",
                Failure($"ValueError: {suite} {i} leaks {source.Xml("JUnit message")}", Stack(suite, i, ""))));
            text.Append(Case($"tests.test_{suite}", $"test_stack_{i}", Failure($"KeyError: {suite} has no {i}", Stack(suite, i, source.Xml("JUnit stack")))));
            text.Append(Case($"tests.test_{suite}", $"test_[{source.Line("JUnit test name")}]",
                Failure($"AssertionError: {suite} named {i}", Stack(suite, i, ""))));
            text.Append(Case($"tests.{source.Line("JUnit class name")}", $"test_of_class_{i}", Failure($"TypeError: {suite} class {i}", Stack(suite, i, ""))));
            text.Append(Case($"tests.test_{suite}", $"test_output_{i}",
                $"{Failure($"OSError: {suite} output {i}", Stack(suite, i, ""))}<system-out>{X(source.Xml("JUnit system-out"))}</system-out>"));
            text.Append(Case($"tests.test_{suite}", $"test_passes[{source.Line("JUnit name of a pass")}]",
                $"<system-err>{X(source.Xml("JUnit system-err"))}</system-err>"));
        }
        text.Append(Case($"tests.test_{suite}", "test_skipped", $"<skipped message=\"{X(source.Line("JUnit skip"))}\"/>"));
        return text.Append("</testsuite></testsuites>\n").ToString();
    }

    /// <summary>TRX with secrets in messages, stacks, names and output.</summary>
    public static string Trx(SecretSource source)
    {
        var text = new StringBuilder("<TestRun xmlns=\"http://microsoft.com/schemas/VisualStudio/TeamTest/2010\"><Results>\n");
        for (var i = 0; i < Each; i++)
        {
            text.Append($"<UnitTestResult testName=\"Shop.Carts.Total_{i}({X(source.Line("TRX test name"))})\" outcome=\"Failed\" duration=\"00:00:01\">");
            text.Append($"<Output><StdOut>{X(source.Xml("TRX output"))}</StdOut>");
            text.Append($"<ErrorInfo><Message>System.Exception: cart {i}: {X(source.Xml("TRX message"))}</Message>");
            text.Append($"<StackTrace>   at Shop.Carts.Total() in /src/Carts.cs:line {i}\n{X(source.Xml("TRX stack"))}</StackTrace></ErrorInfo>");
            text.Append("</Output></UnitTestResult>\n");
        }
        return text.Append($"</Results><ResultSummary outcome=\"Failed\"><Counters total=\"{Each}\" failed=\"{Each}\"/></ResultSummary></TestRun>\n")
            .ToString();
    }

    /// <summary>What a runner prints; a job's log without result files is read for tests.</summary>
    public static string JobLog(SecretSource source, string channel)
    {
        var lines = new List<string> { "##[group]Run pytest " + source.Line($"{channel}, command"), "##[endgroup]" };
        for (var i = 0; i < Each * 3; i++)
            lines.AddRange($"ERROR {i}: {source.Text(channel)}".Split('\n'));
        lines.Add($"##[error]{source.Line($"{channel}, error")}");
        lines.Add($"FAILED tests/test_logs.py::test_of[{source.Line($"{channel}, test name")}] - AssertionError: {source.Line($"{channel}, failure")}");
        return Stage.JobLog([.. lines]);
    }

    /// <summary>An artifact whose files bear secrets in what they hold and in what they are called.</summary>
    public static byte[] Zip(SecretSource source, params (string Name, string Text)[] files)
    {
        var log = string.Concat(Enumerable.Range(0, Each).Select(i => $"2026-11-20 12:00:0{i} ERROR {source.Text("log in an artifact")}\n"));
        return Stage.Zip([.. files, ("app.log", log),
            ($"{source.Name("file name in an artifact")}/orders-1.xml", Stage.JUnit(("test_filed", $"IOError: {source.Line("JUnit message")}"))),
            ($"logs/{source.Name("file name of a log")}.log", "2026-11-20 12:00:01 ERROR nothing to hide\n"),
            ($"results/{source.Name("name of a broken result file")}.xml", "<testsuites><testsuite name=\"x\"><testc")]);
    }

    private static string Case(string @class, string name, string inside) =>
        $"<testcase classname=\"{X(@class)}\" name=\"{X(name)}\" time=\"0.25\">{inside}</testcase>\n";

    private static string Failure(string message, string text) => $"<failure message=\"{X(message)}\">{X($"{text}E   {message}")}</failure>";

    private static string Stack(string suite, int line, string said) =>
        $"tests/test_{suite}.py:{line + 12}: in test_total\n    total()\nsrc/orders.py:40: in total\n    {said}\n";

    private static string X(string text) => SecurityElement.Escape(text);
}
