using System.CommandLine;
using Whybot.Cli;

var root = new RootCommand("x") { AnalyzeCommand.Create() };
return root.Parse(args).Invoke();
