using Shouldly;
using Whybot.Analysis.Causes.Suspects;
using Whybot.Analysis.Inputs.Changes;
using Xunit;
using static Whybot.Analysis.Tests.Build;

namespace Whybot.Analysis.Tests.Causes.Suspects;

/// <summary>Which change can make a module disappear.</summary>
public sealed class MissingModuleTests
{
    private const string Gone = "ModuleNotFoundError: No module named 'shop.cart'";

    private static Suspect? Best(string message, ChangedFile file)
    {
        var facts = FactsOf(message);
        return new SuspectRanker(Changes(file)).Rank(new FaultText(facts, facts.Symptom, environmental: false)).Named.FirstOrDefault();
    }

    private static bool Suspected(string message, ChangedFile file) => Best(message, file) is not null;

    [Fact]
    public void A_file_that_was_moved_or_removed_under_that_name_is_the_cause()
    {
        Best(Gone, File("shop/basket.py", "+a") with { Status = "renamed", PreviousPath = "shop/cart.py" })!.Established.ShouldBeTrue();
        Best(Gone, File("shop/cart.py", "-a") with { Status = "removed" })!.Established.ShouldBeTrue();
        Best(Gone, File("shop/cart/__init__.py", "-a") with { Status = "removed" })!.Established.ShouldBeTrue();
    }

    [Fact]
    public void A_file_of_another_name_that_was_removed_is_not()
    {
        Suspected(Gone, File("shop/chart.py", "-a") with { Status = "removed" }).ShouldBeFalse();
        Suspected(Gone, File("depot/cart.py", "-a") with { Status = "removed" }).ShouldBeFalse();
    }

    [Fact]
    public void A_change_inside_the_module_cannot_make_it_disappear() => Suspected(Gone, File("shop/cart.py", "-cart = 1", "+shop = 2")).ShouldBeFalse();

    [Fact]
    public void A_build_file_is_suspected_if_it_names_the_module_or_changes_what_is_copied()
    {
        Suspected(Gone, File("setup.py", "-packages=['shop', 'cart']", "+packages=['shop']")).ShouldBeTrue();
        Suspected(Gone, File("Dockerfile", "-COPY src /app")).ShouldBeTrue();
        Suspected(Gone, File("Dockerfile", "+ENV LEVEL=3")).ShouldBeFalse();
    }

    [Fact]
    public void A_name_that_was_taken_out_of_the_module_is_the_cause_and_one_taken_out_of_another_is_not()
    {
        const string NoName = "ImportError: cannot import name 'Basket' from 'shop.cart'";

        Suspected(NoName, File("shop/cart.py", "-class Basket:")).ShouldBeTrue();
        Suspected(NoName, File("shop/cart.py", "-class Wagon:")).ShouldBeFalse();
        Suspected(NoName, File("shop/mail.py", "-class Basket:")).ShouldBeFalse();
    }

    [Fact]
    public void A_change_that_began_to_import_the_module_is_suspected_and_one_that_gave_it_up_is_not()
    {
        Suspected(Gone, File("shop/mail.py", "+from shop import cart")).ShouldBeTrue();
        Suspected(Gone, File("shop/mail.py", "-from shop import cart")).ShouldBeFalse();
    }
}
