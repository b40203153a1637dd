using Shop;

// A small shop to try Whybot on: a web service and the store that it depends on, each a process of its own.
//   Shop store --port 7001 [--delay MILLISECONDS]
//   Shop web --port 8001 --store 127.0.0.1:7001 --sha COMMIT --log FILE [--break NAME]
var options = args.Skip(1).Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0].TrimStart('-'), pair => pair[1], StringComparer.Ordinal);
switch (args.FirstOrDefault())
{
    case "store":
        await StoreServer.RunAsync(int.Parse(options["port"]), TimeSpan.FromMilliseconds(int.Parse(options.GetValueOrDefault("delay", "0"))));
        return 0;
    case "web":
        await WebServer.RunAsync(options);
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            $"usage: Shop store --port PORT [--delay MILLISECONDS]\n       Shop web --port PORT --store HOST:PORT --sha COMMIT --log FILE [--break "
            + $"{string.Join('|', Breakage.Names)}]");
        return 64;
}
