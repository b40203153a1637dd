using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Whybot.Analysis.Language.Identity;
using Whybot.Foundation.Identity;
using Whybot.Hosts.Setup.Doctor;
using Whybot.Runs.RunFolders;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Runs.RunFolders;

[Needs("processes")]
public sealed class EvidenceFoldersTests : IDisposable
{
    private const string Name = "0123456789abcdef0123456789abcdef01234567";
    private static readonly RepositoryRef Shop = new(new RepositoryId(7), 0, new RepositoryName("team/shop"));
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        foreach (var folder in new DirectoryInfo(_folder.Path).EnumerateDirectories("*", Everything))
            if (!OperatingSystem.IsWindows())
                folder.UnixFileMode |= UnixFileMode.UserWrite;
        _folder.Dispose();
    }

    private string Root => At("evidence");

    private string At(params string[] below) => Path.Combine([_folder.Path, .. below]);

    private EvidenceFolders Folders(string? root = null) => new(root ?? Root, NullLogger<EvidenceFolders>.Instance);

    /// <summary>A folder of a run with something in it, which nobody uses any more.</summary>
    private string Made(string? root = null, string name = Name)
    {
        using var folder = Folders(root).New(Shop, name);
        Directory.CreateDirectory(Path.Combine(folder.Path, "results"));
        File.WriteAllText(Path.Combine(folder.Path, "results", "unit.xml"), "<testsuite/>");
        return folder.Path;
    }

    private static string Aged(string folder)
    {
        Directory.SetLastWriteTimeUtc(folder, LongAgo);
        return folder;
    }

    /// <summary>A folder with a file that is somebody else's, both old.</summary>
    private string Strangers(params string[] below)
    {
        var file = _folder.Write(Path.Combine([.. below, "thesis.txt"]), "years of work");
        File.SetLastWriteTimeUtc(file, LongAgo);
        return Aged(Path.GetDirectoryName(file)!);
    }

    private static void ShouldBeWhole(string strangers)
    {
        Directory.EnumerateFileSystemEntries(strangers).Select(Path.GetFileName).ShouldBe(["thesis.txt"]);
        File.ReadAllText(Path.Combine(strangers, "thesis.txt")).ShouldBe("years of work");
    }

    private static void Sweep(EvidenceFolders folders) => folders.RemoveOlder(DateTimeOffset.UtcNow.AddDays(-14));

    [Fact]
    public void An_old_folder_of_the_programs_own_is_removed_with_its_empty_parents()
    {
        Aged(Made());

        Sweep(Folders());

        Directory.Exists(At("evidence", "team")).ShouldBeFalse();
        Directory.Exists(Root).ShouldBeTrue();
    }

    [Fact]
    public void A_parent_that_holds_anything_else_stays()
    {
        Aged(Made());
        var recent = Made(name: "deployment-7");

        Sweep(Folders());

        Directory.EnumerateDirectories(At("evidence", "team", "shop")).ShouldBe([recent]);
    }

    [Fact]
    public void A_strangers_runs_are_neither_used_nor_removed()
    {
        var strangers = Strangers("runs", "octo", "thesis", "chapter-1");
        var folders = Folders(At("runs"));

        var made = Made(At("runs"));
        Sweep(folders);

        ShouldBeWhole(strangers);
        made.ShouldBe(At("runs", "whybot-evidence", "team", "shop", Name));
        Directory.EnumerateFileSystemEntries(At("runs")).Select(Path.GetFileName).ShouldBe(["octo", "whybot-evidence"], ignoreOrder: true);
    }

    [Fact]
    public void A_strangers_folder_of_the_programs_name_is_left_alone_too()
    {
        var strangers = Strangers("runs", "whybot-evidence");

        Made(At("runs")).ShouldBe(At("runs", "whybot-evidence-2", "team", "shop", Name));

        ShouldBeWhole(strangers);
    }

    [Fact]
    public void Folders_that_older_versions_left_stay()
    {
        var left = Strangers("runs", "team", "shop", Name);

        Made(At("runs"));
        Sweep(Folders(At("runs")));

        ShouldBeWhole(left);
    }

    [Fact]
    public void An_empty_folder_becomes_the_programs()
    {
        Directory.CreateDirectory(Root);

        Made().ShouldBe(At("evidence", "team", "shop", Name));

        File.ReadAllText(At("evidence", FolderMarker.Name)).ShouldStartWith("whybot-evidence 1 root\n");
    }

    [Fact]
    public void Nothing_is_made_by_looking_for_what_is_old()
    {
        Sweep(Folders());
        Folders().Find(Shop, Name).ShouldBeNull();

        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void A_runs_folder_without_a_marker_is_neither_written_into_nor_removed()
    {
        Folders().Prepare();
        var strangers = Strangers("evidence", "team", "shop", Name);

        Made().ShouldBe($"{strangers}-2");
        Sweep(Folders());

        ShouldBeWhole(strangers);
    }

    [Theory]
    [InlineData("team")]
    [InlineData("team", "shop")]
    [InlineData("team", "theirs")]
    [InlineData("team", "shop", "theirs", "deeper")]
    public void What_somebody_keeps_between_the_runs_stays(params string[] below)
    {
        Folders().Prepare();
        var strangers = Strangers(["evidence", .. below]);
        Aged(Made());

        Sweep(Folders());

        ShouldBeWhole(strangers);
    }

    [Theory]
    [InlineData("evidence", "team")]
    [InlineData("evidence", "team", "shop")]
    [InlineData("evidence", "team", "shop", Name)]
    public void A_link_at_any_level_is_neither_followed_nor_removed(params string[] link)
    {
        Folders().Prepare();
        // Whoever follows the link finds what looks like an old run of the program's.
        var strangers = Strangers("theirs", "team", "shop", Name);
        FolderMarker.Run($"team/shop/{Name}").WriteInto(strangers);
        Aged(strangers);
        Directory.CreateDirectory(Path.GetDirectoryName(At(link))!);
        Directory.CreateSymbolicLink(At(link), At(["theirs", .. link[1..]]));

        Sweep(Folders());
        var made = Made();
        Sweep(Folders());

        File.ReadAllText(Path.Combine(strangers, "thesis.txt")).ShouldBe("years of work");
        File.Exists(Path.Combine(strangers, "results")).ShouldBeFalse();
        new DirectoryInfo(At(link)).LinkTarget.ShouldNotBeNull();
        made.ShouldStartWith(Root);
        made.ShouldNotStartWith(At(link) + Path.DirectorySeparatorChar);
        made.ShouldNotBe(At(link));
    }

    [Fact]
    public void A_run_that_holds_links_is_removed_without_what_they_lead_to()
    {
        var strangers = Strangers("theirs");
        var run = Made();
        Directory.CreateSymbolicLink(Path.Combine(run, "direct"), strangers);
        Directory.CreateSymbolicLink(Path.Combine(run, "results", "deep"), strangers);
        File.CreateSymbolicLink(Path.Combine(run, "results", "file.xml"), Path.Combine(strangers, "thesis.txt"));
        File.CreateSymbolicLink(Path.Combine(run, "dangling"), At("nowhere"));
        Aged(run);

        Sweep(Folders());

        Directory.Exists(run).ShouldBeFalse();
        ShouldBeWhole(strangers);
    }

    [Fact]
    public void A_run_that_holds_links_is_made_anew_without_what_they_lead_to()
    {
        var strangers = Strangers("theirs");
        Directory.CreateSymbolicLink(Path.Combine(Made(), "logs"), strangers);

        using var again = Folders().New(Shop, Name);

        Directory.EnumerateFileSystemEntries(again.Path).Select(Path.GetFileName).ShouldBe([FolderMarker.Name]);
        ShouldBeWhole(strangers);
    }

    [Fact]
    public void A_marker_that_is_a_link_marks_nothing()
    {
        var run = Made();
        var marker = Path.Combine(run, FolderMarker.Name);
        File.Move(marker, At("marker"));
        File.CreateSymbolicLink(marker, At("marker"));
        Aged(run);

        Sweep(Folders());

        File.Exists(Path.Combine(run, "results", "unit.xml")).ShouldBeTrue();
    }

    [Fact]
    public void A_copy_that_somebody_keeps_is_not_the_programs()
    {
        var run = Made();
        var copy = At("evidence", "team", "shop", "kept");
        Directory.CreateDirectory(copy);
        File.Copy(Path.Combine(run, FolderMarker.Name), Path.Combine(copy, FolderMarker.Name));
        Aged(copy);

        Sweep(Folders());

        Directory.Exists(copy).ShouldBeTrue();
    }

    [Fact]
    public void A_root_may_be_a_link()
    {
        Directory.CreateDirectory(At("disk"));
        Directory.CreateSymbolicLink(Root, At("disk"));

        var run = Aged(Made());
        Sweep(Folders());

        run.ShouldBe(At("disk", "team", "shop", Name));
        Directory.Exists(run).ShouldBeFalse();
        new DirectoryInfo(Root).LinkTarget.ShouldNotBeNull();
    }

    [Fact]
    public void A_root_on_another_file_system_is_swept_like_any_other()
    {
        Assert.SkipUnless(Directory.Exists("/dev/shm"), "needs /dev/shm, a file system of its own");
        var shared = Directory.CreateDirectory($"/dev/shm/whybot-tests-{Guid.NewGuid():N}");
        try
        {
            var strangers = Directory.CreateDirectory(Path.Combine(shared.FullName, "team", "shop", "theirs"));
            File.WriteAllText(Path.Combine(strangers.FullName, "thesis.txt"), "years of work");
            Aged(strangers.FullName);
            // A link across file systems leads to the program's own root.
            Directory.CreateSymbolicLink(Root, shared.FullName);

            var run = Aged(Made());
            Sweep(Folders());

            run.ShouldStartWith(Path.Combine(shared.FullName, "whybot-evidence"));
            Directory.Exists(run).ShouldBeFalse();
            ShouldBeWhole(strangers.FullName);
        }
        finally
        {
            shared.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task What_is_mounted_in_a_run_stays()
    {
        var run = Made();
        var mount = Directory.CreateDirectory(Path.Combine(run, "mounted")).FullName;
        var theirs = Strangers("theirs");
        Assert.SkipUnless(await RanAsync("mount", "--bind", theirs, mount), "may not mount");
        try
        {
            Aged(run);
            Sweep(Folders());
            using var beside = Folders().New(Shop, Name);

            ShouldBeWhole(theirs);
            File.Exists(Path.Combine(run, FolderMarker.Name)).ShouldBeTrue();
            beside.Path.ShouldBe($"{run}-2");
        }
        finally
        {
            (await RanAsync("umount", mount)).ShouldBeTrue();
        }
    }

    [Fact]
    public void What_cannot_be_removed_stays_marked_and_hinders_nothing_else()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "nothing is read-only for root");
        var (first, second) = (Made(name: "a"), Made(name: "b"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(first, "results"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Aged(first);
        Aged(second);

        Sweep(Folders());
        using var again = Folders().New(Shop, "a");

        File.Exists(Path.Combine(first, "results", "unit.xml")).ShouldBeTrue();
        File.Exists(Path.Combine(first, FolderMarker.Name)).ShouldBeTrue();
        Directory.Exists(second).ShouldBeFalse();
        again.Path.ShouldBe($"{first}-2");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("whybot-evi")]
    public void A_folder_whose_maker_was_killed_before_it_was_marked_is_used(string? written)
    {
        Folders().Prepare();
        var run = Directory.CreateDirectory(At("evidence", "team", "shop", Name)).FullName;
        if (written is not null)
            File.WriteAllText(Path.Combine(run, FolderMarker.Name), written);
        Aged(run);

        Sweep(Folders());
        Directory.Exists(run).ShouldBeTrue();
        Made().ShouldBe(run);

        Aged(run);
        Sweep(Folders());
        Directory.Exists(run).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("whybot-evidence 1 ro")]
    public void A_root_whose_maker_was_killed_before_it_was_marked_is_used(string written)
    {
        _folder.Write(Path.Combine("evidence", FolderMarker.Name), written);

        Made().ShouldBe(At("evidence", "team", "shop", Name));
    }

    [Fact]
    public void A_folder_that_a_version_with_other_words_marked_is_the_programs()
    {
        var run = Made();
        File.WriteAllText(Path.Combine(run, FolderMarker.Name), $"whybot-evidence 1 run team/shop/{Name}\nOther words.\n");
        Aged(run);

        Sweep(Folders());

        Directory.Exists(run).ShouldBeFalse();
    }

    [Fact]
    public void A_half_removed_folder_is_removed_by_the_next_sweep()
    {
        var run = Made();
        Directory.Delete(Path.Combine(run, "results"), recursive: true);
        Aged(run);

        Sweep(Folders());

        Directory.Exists(run).ShouldBeFalse();
    }

    [Fact]
    public void A_folder_in_use_is_neither_emptied_nor_removed_by_another_instance()
    {
        using var mine = Folders().New(Shop, Name);
        File.WriteAllText(Path.Combine(mine.Path, "run.json"), "{}");
        Aged(mine.Path);
        var other = Folders();

        Sweep(other);
        using var theirs = other.New(Shop, Name);

        File.Exists(Path.Combine(mine.Path, "run.json")).ShouldBeTrue();
        theirs.Path.ShouldBe($"{mine.Path}-2");
        other.Find(Shop, Name).ShouldBeNull();
    }

    [Fact]
    public void What_was_left_in_a_folder_is_found_again()
    {
        var run = Made();

        using (var found = Folders().Find(Shop, Name))
            found!.Path.ShouldBe(run);
        using var taken = Folders().Take(Shop, Name);

        taken.Path.ShouldBe(run);
        File.Exists(Path.Combine(run, "results", "unit.xml")).ShouldBeTrue();
    }

    [Fact]
    public void A_folder_that_is_no_longer_needed_goes_at_once()
    {
        var folders = Folders();
        using var folder = folders.New(Shop, "suite-1");
        File.WriteAllText(Path.Combine(folder.Path, "output.txt"), "");

        folders.Remove(folder);

        Directory.EnumerateDirectories(Root).ShouldBeEmpty();
    }

    [Fact]
    public async Task Instances_that_make_and_remove_folders_at_once_do_not_hurt_one_another()
    {
        await Parallel.ForAsync(0, 8, TestContext.Current.CancellationToken, (instance, cancel) =>
        {
            var folders = Folders();
            for (var i = 0; i < 40; i++)
            {
                using var folder = folders.New(Shop, $"{i % 3}");
                var file = Path.Combine(folder.Path, "run.json");
                File.WriteAllText(file, $"{instance}");
                folders.RemoveOlder(DateTimeOffset.UtcNow.AddDays(1));
                File.ReadAllText(file).ShouldBe($"{instance}");
                if (i % 2 == 0)
                    folder.Delete();
            }
            return ValueTask.CompletedTask;
        });

        Folders().RemoveOlder(DateTimeOffset.UtcNow.AddDays(1));
        Directory.EnumerateDirectories(Root).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../../x")]
    [InlineData("..")]
    [InlineData("a/b")]
    public void A_name_never_leads_out_of_the_root(string name) => Should.Throw<ArgumentException>(() => Folders().New(Shop, name));

    [Fact]
    public void The_doctor_says_which_folder_is_used_and_leaves_nothing_behind()
    {
        var strangers = Strangers("runs");

        EvidenceExamination.Run(Root).ShouldBe(Finding.Good($"evidence: {Root} can be written"));
        EvidenceExamination.Run(At("runs")).What.ShouldBe(
            $"evidence: {At("runs", "whybot-evidence")} can be written; {At("runs")} itself holds files that Whybot did not make, and they are left alone");
        EvidenceExamination.Run(At("runs", "thesis.txt")).Well.ShouldBeFalse();

        ShouldBeWhole(strangers);
        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBe([At("runs")]);
    }

    private static async Task<bool> RanAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardError = true,
            })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
