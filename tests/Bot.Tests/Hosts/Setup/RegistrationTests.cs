using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Whybot.Bot.Tests.Publishing;
using Whybot.Features.Commands;
using Whybot.Features.Dashboard;
using Whybot.Features.Deployments.Probes;
using Whybot.Foundation.Storage;
using Whybot.Publishing;
using Xunit;

namespace Whybot.Bot.Tests.Hosts.Setup;

/// <summary>Whatever exists is registered: a file that was added without its line is found here.</summary>
public sealed class RegistrationTests
{
    private static readonly Type[] Types = typeof(IEffectSender).Assembly.GetTypes();

    private static IEnumerable<Type> Of<T>() => Types.Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(T)));

    private static IEnumerable<T> Declared<T>(string name) => Types.Select(t => t.GetField(name, BindingFlags.Public | BindingFlags.Static))
        .Where(f => f?.FieldType == typeof(T)).Select(f => (T)f!.GetValue(null)!);

    [Fact]
    public async Task Every_kind_of_effect()
    {
        await using var services = BotServices.Build();
        var senders = services.GetServices<IEffectSender>().ToList();

        senders.Select(s => s.GetType()).Select(t => t.IsGenericType ? t.GetGenericTypeDefinition() : t).Distinct()
            .ShouldBe(Of<IEffectSender>(), ignoreOrder: true);
        senders.Select(s => s.DraftType).Where(t => t.IsAssignableTo(typeof(CommentEffect))).ShouldBe(Of<CommentEffect>(), ignoreOrder: true);
    }

    [Fact]
    public async Task Every_command()
    {
        await using var services = BotServices.Build();

        services.GetServices<ICommand>().Select(c => c.GetType()).ShouldBe(Of<ICommand>(), ignoreOrder: true);
    }

    [Fact]
    public async Task Every_store_whose_rows_are_kept_only_for_a_while()
    {
        await using var services = BotServices.Build();

        services.GetServices<IRetained>().Select(s => s.GetType()).ShouldBe(Of<IRetained>(), ignoreOrder: true);
    }

    [Fact]
    public void Every_kind_of_probe()
    {
        ProbeRegistration.Specs.ShouldBe(Declared<Analysis.Inputs.Settings.ProbeSpec>(nameof(HttpProbe.Spec)), ignoreOrder: true);
        ProbeRegistration.All.Count.ShouldBe(Of<IProbe>().Count());
    }

    [Fact]
    public void Every_page() => PageRegistration.All.ShouldBe(Declared<PageGroup>(nameof(RunEndpoints.Pages)), ignoreOrder: true);
}
