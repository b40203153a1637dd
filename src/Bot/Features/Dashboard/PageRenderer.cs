using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Whybot.Features.Dashboard;

/// <summary>A page shows one model; it reads nothing itself.</summary>
public abstract class Page<TModel> : ComponentBase
{
    [Parameter, EditorRequired]
    public required TModel Model { get; set; }
}

/// <summary>Renders pages to HTML on the server; they need no script.</summary>
internal sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    public async Task<IResult> ShowAsync<TPage, TModel>(TModel model, int status = StatusCodes.Status200OK) where TPage : Page<TModel>
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(Page<TModel>.Model)] = model });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(parameters)).ToHtmlString());
        return Results.Content("<!DOCTYPE html>\n" + html, "text/html", Encoding.UTF8, status);
    }
}
