using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Primitives;
using Octokit.Webhooks;
using Whybot.Foundation.GitHub;

namespace Whybot.Intake.Webhooks.Events;

/// <summary>
/// Reads deliveries as Octokit's types; new events are registered here. A delivery that those types cannot read is read roughly, so that what it is about is
/// still examined.
/// </summary>
internal sealed class EventReaders(GitHubSettings settings)
{
    private const string Ping = "ping";
    private const int LongestProblem = 300;

    /// <summary>Deeper than GitHub's payloads are, and than Octokit's types can read.</summary>
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    private readonly RoughReader _rough = new(settings.AppId);
    private readonly Dictionary<string, IEventReader> _readers = new IEventReader[]
    {
        new CheckRunReader(settings.AppId), new CheckSuiteReader(settings.AppId), new WorkflowRunReader(), new WorkflowJobReader(),
        new DeploymentStatusReader(), new PullRequestReader(), new PushReader(), new MergeGroupReader(), new InstallationReader(),
            new InstallationRepositoriesReader(), new RepositoryReader(),
        new IssueCommentReader(), new PullRequestReviewReader(), new PullRequestReviewCommentReader(), new IssuesReader(),
    }.ToDictionary(r => r.Event, StringComparer.Ordinal);

    public bool Knows(string name) => name == Ping || _readers.ContainsKey(name);

    public IReadOnlyCollection<string> Names => _readers.Keys;

    /// <summary>Never fails, since a body may be anything.</summary>
    /// <param name="name">As in <c>X-GitHub-Event</c>.</param>
    /// <param name="body">As it was sent: JSON or a form.</param>
    public Reading Read(string name, byte[] body)
    {
        if (!_readers.TryGetValue(name, out var reader))
            return new Reading(new WebhookIntent.Nothing(name == Ping ? "GitHub has tried the webhook; it works" : $"no use for {name}"));
        var json = FormBody.Json(body);
        try
        {
            return new Reading(reader.Read(Parser.Read(name, json)));
        }
        catch (Exception unreadable)
        {
            // Required fields may be absent (JsonException), or null although their type does not allow it.
            return Roughly(name, json, unreadable);
        }
    }

    private Reading Roughly(string name, byte[] json, Exception unreadable)
    {
        var problem = unreadable switch
        {
            _ when !Utf8.IsValid(json) => "it is not UTF-8",
            NullReferenceException => "a field that is never null is",
            _ => unreadable.Message,
        };
        try
        {
            // Bytes that are not UTF-8 become replacement characters, and everything else can be read.
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(json), Deep);
            return new Reading(_rough.Read(name, document.RootElement), PlainText.Of(problem, LongestProblem));
        }
        catch (JsonException broken)
        {
            return new Reading(null, PlainText.Of($"it is not JSON: {broken.Message}", LongestProblem));
        }
    }

    /// <summary>Octokit's parser is part of its processor, which parses bytes if only this method is overridden, and text if others are.</summary>
    private sealed class Parser : WebhookEventProcessor
    {
        private WebhookEvent? _read;

        /// <exception cref="JsonException">It does not have the structure of the event's type.</exception>
        public static WebhookEvent Read(string name, byte[] json)
        {
            var parser = new Parser();
            var headers = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase) { ["X-GitHub-Event"] = name };
            // This completes synchronously.
            parser.ProcessWebhookAsync(headers, json.AsMemory()).AsTask().GetAwaiter().GetResult();
            return Utf8.IsValid(json) ? parser._read! : throw new UnreadableEventException("it is not UTF-8");
        }

        public override ValueTask ProcessWebhookAsync(WebhookHeaders headers, WebhookEvent webhookEvent, CancellationToken cancellationToken = default)
        {
            _read = webhookEvent;
            return ValueTask.CompletedTask;
        }
    }
}
