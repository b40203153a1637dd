using Shouldly;
using Whybot.Hosts.Setup;
using Whybot.Testing.Architecture;
using Xunit;

namespace Whybot.Bot.Tests.House;

/// <summary>A class with many parameters does several jobs: one of them belongs in a class of its own.</summary>
public sealed class ConstructorTests
{
    private const int Most = 8;

    [Fact]
    public void No_class_of_src_needs_more_than_eight_others()
    {
        Constructors.Of(typeof(ServiceHost).Assembly, Most).ShouldBeEmpty();
        Constructors.Of(typeof(Analysis.Analyst).Assembly, Most).ShouldBeEmpty();
    }

    [Fact]
    public void A_class_with_more_is_named_with_their_number_and_a_record_is_not() =>
        Constructors.Of(typeof(ConstructorTests).Assembly, Most).ShouldHaveSingleItem()
            .ShouldStartWith($"{typeof(Nine).FullName} has a constructor of 9 parameters");

    private sealed class Nine(int a, int b, int c, int d, int e, int f, int g, int h, int i)
    {
        public int Sum => a + b + c + d + e + f + g + h + i;
    }

    private sealed record Data(int A, int B, int C, int D, int E, int F, int G, int H, int I);
}
