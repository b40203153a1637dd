using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Whybot.Features.Dashboard;
using Whybot.Foundation.Storage;
using Whybot.Testing;
using Xunit;

namespace Whybot.Bot.Tests.Features.Dashboard;

/// <summary>Who may look at the pages.</summary>
[Needs("processes")]
public sealed class AccessTests : IDisposable
{
    private const string Secret = "a secret of thirty-two letters ö";
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProcess _service;

    public AccessTests() => _service = new ServiceProcess(_folder.Path);

    private async Task<HttpResponseMessage> GetAsync(string path = "/", Action<HttpRequestMessage>? change = null, HttpMethod? method = null, Uri? at = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(at ?? _service.Pages, path));
        change?.Invoke(request);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static AuthenticationHeaderValue Basic(string credentials) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));

    [Fact]
    public async Task Without_a_login_they_answer_to_localhost_only_and_can_only_be_read()
    {
        await _service.StartAsync();

        var answer = await GetAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldStartWith("default-src 'none'");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await GetAsync(change: r => r.Headers.Host = $"localhost:{_service.Pages.Port}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await GetAsync(change: r => r.Headers.Host = "evil.example")).StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
        (await GetAsync(change: r => r.Headers.Host = "127.0.0.1.evil.example")).StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
        (await GetAsync(method: HttpMethod.Post)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task The_port_that_webhooks_come_to_has_no_pages_and_theirs_has_nothing_else()
    {
        await _service.StartAsync();

        foreach (var path in new[] { "/", "/causes", "/posted", "/style.css" })
            (await GetAsync(path, at: _service.Http.BaseAddress)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        foreach (var path in new[] { "/metrics", "/health", "/ready" })
            (await GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        (await GetAsync("/webhooks/github", method: HttpMethod.Post)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task With_a_secret_whoever_knows_it_may_look()
    {
        await _service.With("Whybot__Dashboard__Secret", Secret).StartAsync();

        var refused = await GetAsync();
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Basic");
        foreach (var wrong in new[] { Basic("ann:another secret of many letters"), Basic(Secret), new("Basic", "%%%"), new("Bearer", "x"), new("Digest", "x"),
            Basic("ann:") })
            (await GetAsync(change: r => r.Headers.Authorization = wrong)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, wrong.ToString());
        (await GetAsync("/style.css")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await GetAsync(change: r => (r.Headers.Authorization, r.Headers.Host) = (Basic($"ann:{Secret}"), "pages.example")))
            .StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("127.0.0.0/8", HttpStatusCode.OK)]
    [InlineData("10.0.0.0/8", HttpStatusCode.Unauthorized)]
    public async Task The_header_of_a_proxy_is_believed_only_from_its_network(string network, HttpStatusCode expected)
    {
        await _service.With("Whybot__Dashboard__UserHeader", "X-Forwarded-User").With("Whybot__Dashboard__Proxies__0", network).StartAsync();

        (await GetAsync(change: r => r.Headers.Add("X-Forwarded-User", "ann"))).StatusCode.ShouldBe(expected);
        (await GetAsync(change: r => r.Headers.Add("X-Forwarded-User", ""))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await GetAsync()).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("Url", "http://0.0.0.0:8399", "can be reached from other machines; set Whybot__Dashboard__Secret")]
    [InlineData("Url", "::", "'::' is not a URL with a port")]
    [InlineData("Secret", "short", "Whybot:Dashboard:Secret: it is shorter than 16 characters")]
    [InlineData("Proxies__0", "somewhere", "Whybot:Dashboard:Proxies: 'somewhere' is no network")]
    public async Task What_would_let_in_anybody_is_refused_at_the_start(string setting, string value, string said)
    {
        (await _service.With($"Whybot__Dashboard__{setting}", value).StartAndEndAsync()).ShouldBe(64);

        _service.Output.ShouldContain(said);
        _service.Output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task The_port_of_the_webhooks_is_refused_and_without_an_address_there_are_none()
    {
        (await _service.With("Whybot__Dashboard__Url", _service.Http.BaseAddress!.ToString()).StartAndEndAsync()).ShouldBe(64);
        _service.Output.ShouldContain("give the pages a port of their own");

        await _service.With("Whybot__Dashboard__Url", "").StartAsync();
        await Should.ThrowAsync<HttpRequestException>(() => GetAsync());
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_told_in_words()
    {
        var context = new DefaultHttpContext { Request = { Method = "GET", Host = new HostString("localhost") }, Response = { Body = new MemoryStream() } };

        await new DashboardAccess(new DashboardSettings()).InvokeAsync(context, _ => throw new StoreUnavailableException("gone"));

        context.Response.StatusCode.ShouldBe(503);
        Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()).ShouldStartWith("The store does not answer just now");
    }

    public void Dispose()
    {
        _service.Dispose();
        _folder.Dispose();
    }
}
