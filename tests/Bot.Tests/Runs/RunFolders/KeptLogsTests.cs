using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Foundation.Masking;
using Whybot.Runs.RunFolders;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Runs.RunFolders;

public sealed class KeptLogsTests : IDisposable
{
    private const string Text = "setting up\n3 tests passed\n";
    private static readonly RepositoryRef Shop = new(new RepositoryId(7), 0, new RepositoryName("team/shop"));
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Copy => Path.Combine(_folder.Path, "copy.txt");

    private EvidenceFolders Folders => new(Path.Combine(_folder.Path, "evidence"), NullLogger<EvidenceFolders>.Instance);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private KeptLogs Logs(params string[] secrets) => new(Folders, new ConfiguredSecrets(secrets), NullLogger<KeptLogs>.Instance);

    private Task KeepAsync(long job, string text = Text) => Logs().KeepAsync(Shop, job, _folder.Write("log.txt", text), Cancel);

    private async Task<string?> KeptAsync(long job, params string[] secrets) =>
        await Logs(secrets).CopyAsync(Shop, job, Copy, 1000, Cancel) is null ? null : await File.ReadAllTextAsync(Copy, Cancel);

    private string FileOf(long job) => Path.Combine(_folder.Path, "evidence", "team", "shop", $"log-{job}", KeptLogs.FileName);

    [Fact]
    public async Task A_kept_log_is_read_as_it_was_and_another_jobs_is_not()
    {
        await KeepAsync(12);

        (await KeptAsync(12)).ShouldBe(Text);
        (await KeptAsync(1)).ShouldBeNull();
    }

    [Fact]
    public async Task Secrets_that_became_known_since_are_masked()
    {
        await KeepAsync(12, "the key is correct-horse-battery");

        (await KeptAsync(12, "correct-horse-battery")).ShouldNotBeNull().ShouldNotContain("horse");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(-1)]
    [InlineData(-8)]
    public async Task A_log_that_was_cut_is_not_read_and_no_longer_kept(int length)
    {
        await KeepAsync(12);
        await using (var file = File.OpenWrite(FileOf(12)))
            file.SetLength(length > 0 ? length : Math.Max(0, length < 0 ? file.Length + length : 0));

        (await KeptAsync(12)).ShouldBeNull();

        File.Exists(Copy).ShouldBeFalse();
        File.Exists(FileOf(12)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_log_with_a_changed_byte_is_not_read()
    {
        await KeepAsync(12);
        var bytes = await File.ReadAllBytesAsync(FileOf(12), Cancel);
        bytes[^6] ^= 1;
        await File.WriteAllBytesAsync(FileOf(12), bytes, Cancel);

        (await KeptAsync(12)).ShouldBeNull();
    }

    [Fact]
    public async Task A_log_in_another_form_is_not_read()
    {
        await KeepAsync(12);
        File.Move(FileOf(12), Path.Combine(Path.GetDirectoryName(FileOf(12))!, "log.0.gz"));

        (await KeptAsync(12)).ShouldBeNull();
    }

    [Fact]
    public async Task The_oldest_are_removed_beyond_the_limit_and_runs_are_not_counted()
    {
        Folders.New(Shop, "0123").Dispose();
        for (var job = 1; job <= 4; job++)
        {
            await KeepAsync(job);
            Directory.SetLastWriteTimeUtc(Path.GetDirectoryName(FileOf(job))!, DateTime.UtcNow.AddHours(job - 10));
        }

        Folders.RemoveBeyond(Shop.FullName, "log-", 3 * 64 * 1024);

        Directory.EnumerateDirectories(Path.Combine(_folder.Path, "evidence", "team", "shop")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(["0123", "log-2", "log-3", "log-4"]);
    }

    [Fact]
    public async Task A_kept_log_goes_with_the_folders_of_old_runs()
    {
        await KeepAsync(12);
        Directory.SetLastWriteTimeUtc(Path.GetDirectoryName(FileOf(12))!, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Folders.RemoveOlder(DateTimeOffset.UtcNow.AddDays(-14));

        File.Exists(FileOf(12)).ShouldBeFalse();
    }
}
