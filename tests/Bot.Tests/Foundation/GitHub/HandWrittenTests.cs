using System.Reflection;
using System.Text.Json.Serialization;
using Shouldly;
using Whybot.Foundation.GitHub.BeyondOctokit;
using Xunit;

namespace Whybot.Bot.Tests.Foundation.GitHub;

/// <summary>GitHub's shapes are Octokit's, but for these.</summary>
public sealed class HandWrittenTests
{
    /// <summary>What may remain. A new one needs a reason why Octokit's does not do.</summary>
    private static readonly string[] Allowed =
    [
        nameof(AddedLabels), nameof(AppItself), nameof(ArtifactsPage), nameof(Deployment), nameof(GivenToken), nameof(GraphAnswer), nameof(GraphData),
            nameof(GraphError), nameof(GraphPull), nameof(GraphQuery), nameof(HookConfig),
        nameof(HookDelivery), nameof(Installation), nameof(InstallationAccount), nameof(IssueChange), nameof(RevertPayload), nameof(TimelineEvent),
            nameof(TimelineIssue),
        nameof(TimelinePull), nameof(TimelineRepository), nameof(TimelineSource), nameof(TokenScope), nameof(WorkflowDispatch), nameof(WorkflowDispatched),
    ];

    private static readonly Type[] All = typeof(HandWrittenJson).Assembly.GetTypes();

    [Fact]
    public void Only_the_listed_shapes_are_written_by_hand_each_with_its_reason()
    {
        var byHand = All.Where(t => t.GetCustomAttribute<HandWrittenAttribute>() is not null).ToList();

        byHand.Select(t => t.Name).Order().ShouldBe(Allowed.Order());
        foreach (var shape in byHand)
            shape.GetCustomAttribute<HandWrittenAttribute>()!.Why.Length.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void What_is_read_from_GitHubs_JSON_is_listed()
    {
        var contexts = All.Where(t => t.IsSubclassOf(typeof(JsonSerializerContext))
            && t.Namespace?.StartsWith("Whybot.Foundation.GitHub", StringComparison.Ordinal) == true).ToList();
        contexts.ShouldBe([typeof(HandWrittenJson)]);
        var read = typeof(HandWrittenJson).GetCustomAttributesData().Where(a => a.AttributeType == typeof(JsonSerializableAttribute))
            .Select(a => (Type)a.ConstructorArguments[0].Value!).Select(t => t.IsGenericType ? t.GetGenericArguments()[0] : t).ToList();

        read.ShouldNotBeEmpty();
        read.ShouldAllBe(t => t.GetCustomAttribute<HandWrittenAttribute>() != null);
    }

    [Fact]
    public void Octokits_shapes_stay_with_what_talks_to_GitHub()
    {
        var elsewhere = All.Where(t => t.Namespace is { } room && !room.StartsWith("Whybot.Foundation.GitHub", StringComparison.Ordinal)
            && !room.StartsWith("Whybot.Intake.Webhooks", StringComparison.Ordinal))
            .Where(t => t.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Any(IsOctokits)).ToList();

        elsewhere.ShouldBeEmpty();
    }

    private static bool IsOctokits(MemberInfo member) => member switch
    {
        FieldInfo field => IsOctokits(field.FieldType),
        MethodInfo method => IsOctokits(method.ReturnType) || method.GetParameters().Any(p => IsOctokits(p.ParameterType)),
        ConstructorInfo constructor => constructor.GetParameters().Any(p => IsOctokits(p.ParameterType)),
        _ => false,
    };

    private static bool IsOctokits(Type type) =>
        type.Namespace?.StartsWith("Octokit", StringComparison.Ordinal) == true || (type.IsGenericType && type.GetGenericArguments().Any(IsOctokits))
            || (type.IsArray && IsOctokits(type.GetElementType()!));
}
