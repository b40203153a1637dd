using Shouldly;
using Whybot.Analysis.Inputs.Results;
using Whybot.Analysis.Inputs.Signatures;
using Xunit;

namespace Whybot.Analysis.Tests.Inputs.Signatures;

public sealed class NearEqualTests
{
    private const string Frame = "File \"/srv/shop/a.py\", line 3, in f";
    private const string Times = "order of the customer in the first queue was given up after 3 tries at last: 12, 14";

    private static Signature Of(string message, string text = Frame) => Signature.Of(new Failure(null, message, text, 1, 1));

    private static int Groups(params Signature[] signatures)
    {
        var near = new NearEqual([], signatures, new HashSet<string>());
        return signatures.Select(s => near[s].Id).Distinct().Count();
    }

    [Theory]
    [InlineData(Times, "order of the customer in the first queue was given up after 3 tries at last: 12, 14, 17")]
    [InlineData(Times, "order of the customer in the first queue was given up after 1 try at last: 12, 14", false)]
    [InlineData("order of customer 00112233445566778899 is not in the list", "order of customer 0011223344556677889f is not in the list")]
    [InlineData("no answer from any of the pods behind the gate: shop-web-xkzqr", "no answer from any of the pods behind the gate: shop-web-bcdfg")]
    [InlineData("2 items of the cart were left in it after the session had ended", "1 item of the cart were left in it after the session had ended")]
    [InlineData("the field size is missing from the answer of the store of prices", "the field side is missing from the answer of the store of prices", false)]
    [InlineData("the order of the customer is accepted by the store of prices again", "the order of the customer is not accepted by the store of prices again",
        false)]
    [InlineData("KeyError: 'colour' was not in the row that the store of prices gave", "KeyError: 'colours' was not in the row that the store of prices gave",
        false)]
    [InlineData("the store of prices answered something else than JSON: HTTP 503", "the store of prices answered something else than JSON: HTTP 502", false)]
    [InlineData("lost: 1", "lost: 1, 2, 3", false)]
    public void Only_what_names_nothing_may_differ_and_only_by_a_tenth(string one, string other, bool near = true) =>
        Groups(Of(one), Of(other)).ShouldBe(near ? 1 : 2);

    [Fact]
    public void Other_frames_stay_apart() =>
        Groups(Of(Times), Of($"{Times}, 17", "File \"/srv/shop/b.py\", line 3, in g")).ShouldBe(2);

    [Fact]
    public void What_failed_first_lends_its_id_to_what_fails_now()
    {
        var (before, now) = (Of($"{Times}, 17"), Of(Times));

        new NearEqual([before], [now], new HashSet<string>())[now].Id.ShouldBe(before.Id);
        new NearEqual([before], [now], new HashSet<string> { now.Id })[now].Id.ShouldBe(now.Id, "it has an issue of its own");
    }

    [Fact]
    public void The_order_does_not_matter()
    {
        // Each is near the next, the ends are not near each other.
        var chain = Enumerable.Range(1, 12).Select(i => Of($"given up at last after tries of {string.Join(", ", Enumerable.Range(1, i))}")).ToList();
        var random = new Random(5);

        var results = Enumerable.Range(0, 20).Select(_ =>
        {
            var near = new NearEqual([], [.. chain.OrderBy(_ => random.Next())], new HashSet<string>());
            return string.Join(' ', chain.Select(s => near[s].Id));
        }).Distinct().ToList();

        results.Count.ShouldBe(1);
        results[0].Split(' ').Distinct().Count().ShouldBeInRange(2, 11);
    }

    [Fact]
    public void Very_many_messages_of_one_place_come_to_an_end()
    {
        var random = new Random(7);
        var many = Enumerable.Range(0, 6000).Select(_ => Of(string.Concat(Enumerable.Range(0, 60).Select(_ => (char)random.Next('!', '/'))), "")).ToList();

        new NearEqual([], many, new HashSet<string>()).Variants.Count.ShouldBeGreaterThan(1000);
    }
}
