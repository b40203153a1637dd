using Shouldly;
using Whybot.Analysis.Language.Redaction;
using Whybot.Testing.Secrets;
using Xunit;

namespace Whybot.Analysis.Tests.Language.Redaction;

public sealed class PlantedSecretsTests
{
    private const int MostShown = 40;
    private const int Places = 2;

    [Fact]
    public void Of_every_kind_in_every_place_however_it_is_split_nothing_is_left()
    {
        var planter = new SecretPlanter(1);
        var planted = Enumerable.Range(0, SecretPlanter.Kinds.Count)
            .SelectMany(k => SecretPlanter.Splits.SelectMany(s => Enumerable.Range(0, Places).Select(_ => planter.Next(k, s)))).ToList();

        var leaked = planted.Where(p => new LeakSearch([p]).Find(Secrets.Redact(p.Text)).Count > 0).ToList();

        leaked.Count.ShouldBe(0, string.Join('\n', leaked.GroupBy(l => l.Kind).OrderByDescending(g => g.Count()).Take(MostShown)
            .Select(g => $"{g.Count(),3} × {g.Key}: {string.Join(", ", g.Select(l => $"{l.Split} in {l.Place}").Distinct())}")
            .Prepend($"{leaked.Count} of {planted.Count} came out")));
    }

    /// <summary>What is searched for must be in what was planted: else nothing could be found.</summary>
    [Fact]
    public void Every_planted_secret_is_found_where_nothing_masks_it()
    {
        var planter = new SecretPlanter(2);

        foreach (var kind in Enumerable.Range(0, SecretPlanter.Kinds.Count))
            foreach (var split in SecretPlanter.Splits)
            {
                var planted = planter.Next(kind, split);
                new LeakSearch([planted]).Find($"before\n{planted.Text}\nafter").ShouldContain(planted, $"{planted.Kind}, {split}: {planted.Text}");
            }
    }

    [Fact]
    public void The_same_seed_plants_the_same_secrets() =>
        new SecretPlanter(3).Many(600).Select(p => p.Text).ShouldBe(new SecretPlanter(3).Many(600).Select(p => p.Text));

    [Fact]
    public void Each_kind_has_a_source_and_an_id_of_its_own()
    {
        SecretKind.All.Count.ShouldBeGreaterThan(500);
        SecretKind.All.Select(k => k.Id).Distinct().Count().ShouldBe(SecretKind.All.Count);
        SecretKind.All.ShouldAllBe(k => k.Source.Length > 0);
    }
}
