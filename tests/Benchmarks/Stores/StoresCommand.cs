using System.CommandLine;
using Whybot.Testing;

namespace Whybot.Benchmarks.Stores;

/// <summary>Makes test data of upgrades: a store of an earlier program, filled by it, as SQL. <c>scripts/stores</c> does so for all of them.</summary>
internal static class StoresCommand
{
    public static Command Create()
    {
        var program = new Option<string>("--program") { Required = true, Description = "The earlier program's whybot.dll." };
        var schema = new Option<int>("--schema")
        {
            Required = true,
            Description = "Number of its schema, from 1, as in tests/Bot.Tests/Foundation/Storage/Stores.",
        };
        var into = new Option<string>("--into") { Required = true, Description = "Folder for the texts." };
        var name = new Option<string>("--name") { Required = true, Description = "What their names begin with." };
        var command = new Command("stores", "Has an earlier program fill a store on each engine that it knows, and writes it down as SQL.")
        {
            program, schema, into, name,
        };
        command.SetAction((parse, cancel) =>
            RunAsync(parse.GetValue(program)!, parse.GetValue(schema), Path.Combine(parse.GetValue(into)!, parse.GetValue(name)!), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string program, int schema, string text, CancellationToken cancel)
    {
        await using (var sqlite = new SqliteStore())
            await WriteAsync($"{text}.sqlite.sql", await FilledAsync(program, schema, sqlite, cancel), cancel);
        if (schema == StoreStory.OnlySqlite)
            return 0;
        await using var postgres = new PostgresStore(PostgresServer.NewDatabase());
        await WriteAsync($"{text}.postgres.sql", await FilledAsync(program, schema, postgres, cancel), cancel);
        return 0;
    }

    private static async Task<string> FilledAsync(string program, int schema, MadeStore store, CancellationToken cancel)
    {
        await StoreStory.TellAsync(program, schema, store, cancel);
        await StoreTail.AddAsync(store, cancel);
        return await store.DumpAsync(cancel);
    }

    private static async Task WriteAsync(string file, string text, CancellationToken cancel)
    {
        await File.WriteAllTextAsync(file, text, cancel);
        Console.WriteLine($"{file}: {text.Length:N0} characters");
    }
}
