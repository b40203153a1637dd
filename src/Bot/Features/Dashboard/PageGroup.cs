namespace Whybot.Features.Dashboard;

/// <summary>Pages about one thing.</summary>
/// <param name="Add">Registers what reads their models.</param>
/// <param name="Map">Gives them their addresses; none of them changes anything.</param>
internal sealed record PageGroup(Action<IServiceCollection> Add, Action<IEndpointRouteBuilder> Map)
{
    /// <summary>The one of them that every page links to; null if none.</summary>
    public NavigationLink? Navigation { get; init; }

    /// <typeparam name="TReader">Reads their models from the store.</typeparam>
    public static PageGroup Of<TReader>(Action<IEndpointRouteBuilder> map) where TReader : class => new(services => services.AddSingleton<TReader>(), map);

    /// <param name="address">The address of the page that every page links to.</param>
    /// <param name="name">What the link says.</param>
    /// <typeparam name="TReader">Reads their models from the store.</typeparam>
    public static PageGroup Of<TReader>(string address, string name, Action<IEndpointRouteBuilder> map) where TReader : class =>
        Of<TReader>(map) with { Navigation = new NavigationLink(address, name) };
}

/// <summary>A link that every page shows.</summary>
internal sealed record NavigationLink(string Address, string Name);
