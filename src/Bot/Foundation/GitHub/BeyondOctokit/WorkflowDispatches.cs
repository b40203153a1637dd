using System.Net;
using System.Text.Json;
using Whybot.Foundation.GitHub.Http;
using Whybot.Foundation.Identity;

namespace Whybot.Foundation.GitHub.BeyondOctokit;

/// <summary>Starts a workflow and returns the id of its run.</summary>
internal sealed class WorkflowDispatches(RawAnswers raw)
{
    /// <param name="workflow">Its file name or its id.</param>
    /// <param name="inputs">At most 25.</param>
    /// <returns>The run's id; null if GitHub does not return it.</returns>
    public async Task<long?> StartAsync(RepositoryRef repository, string workflow, string branchOrTag, IReadOnlyDictionary<string, string> inputs,
        CancellationToken cancel)
    {
        RawAnswers.Answer answer;
        try
        {
            answer = await SendAsync(new WorkflowDispatch(branchOrTag, inputs, true));
        }
        catch (GitHubException refused) when (refused.Status == HttpStatusCode.UnprocessableEntity
            && refused.Answer.Contains("return_run_details", StringComparison.Ordinal))
        {
            // Older Enterprise Servers do not know the field.
            answer = await SendAsync(new WorkflowDispatch(branchOrTag, inputs));
        }
        return answer.Body.Length == 0 ? null : RawAnswers.Read(answer.Body, HandWrittenJson.Default.WorkflowDispatched).WorkflowRunId;

        Task<RawAnswers.Answer> SendAsync(WorkflowDispatch dispatch) =>
            raw.SendAsync(HttpMethod.Post, $"repos/{repository.FullName}/actions/workflows/{UrlPart.Of(workflow)}/dispatches", Caller.For(repository),
                JsonSerializer.SerializeToUtf8Bytes(dispatch, HandWrittenJson.Default.WorkflowDispatch), cancel);
    }
}
