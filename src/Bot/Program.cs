using Whybot.Hosts.Cli;

return await CommandLine.RunAsync(args);
