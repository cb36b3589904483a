using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Parley.Records;

namespace Parley.Documents.Gathering.Fetching;

/// <summary>
/// Fetches pages over http and https. A name is resolved once, the address checked, and the connection made to that very
/// address; each redirect is checked in the same way. Shared by all threads.
/// </summary>
public sealed class PageFetcher : IDisposable
{
    private readonly FetchOptions _options;
    private readonly TimeProvider _time;
    private readonly Func<IPEndPoint, bool> _isAllowed;
    private readonly HttpClient _client;

    /// <summary>Makes a fetcher.</summary>
    public PageFetcher(FetchOptions options, TimeProvider time)
        : this(options, time, endPoint => options.AllowPrivate || AddressPolicy.IsPublic(endPoint.Address))
    {
    }

    /// <summary>A fetcher with a policy of its own; tests have no public host to redirect from.</summary>
    internal PageFetcher(FetchOptions options, TimeProvider time, Func<IPEndPoint, bool> isAllowed)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _options = options;
        _time = time;
        _isAllowed = isAllowed;
        // The client owns and disposes the handler. A proxy would resolve names itself, past the check.
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = ConnectAsync,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.TryParseAdd(options.UserAgent);
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain, */*;q=0.5");
    }

    /// <summary>Fetches one page; exactly one of the two results is not null.</summary>
    /// <param name="address">An http or https address.</param>
    /// <param name="etag">The <see cref="FetchedPage.ETag"/> of the state that is known already, or null.</param>
    /// <param name="lastModified">The <see cref="FetchedPage.LastModified"/> of that state, or null.</param>
    /// <param name="cancellation">Stops the fetching.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    public async Task<(FetchedPage? Page, Fault? Fault)> FetchAsync(
        string address, string? etag = null, DateTimeOffset? lastModified = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        using var limit = new CancellationTokenSource(_options.TimeLimit, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await FollowAsync(address, etag, lastModified, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Failed(address, $"did not answer within {_options.TimeLimit.TotalSeconds:0.#} s", "try again later, or save the page as a file");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or InvalidDataException)
        {
            return Unwrap(e) is PrivateAddressException inner
                ? Failed(address, inner.Message, "give --allow-private if you mean to reach your own network")
                : Failed(address, $"could not be fetched: {Reason(e)}", "check the address and the connection, or save the page as a file");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>True if this looks like something to fetch.</summary>
    internal static bool IsAddress(string input) =>
        input.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || input.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private async Task<(FetchedPage?, Fault?)> FollowAsync(string address, string? etag, DateTimeOffset? lastModified, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return Failed(address, "is no address", "give it in full, such as https://example.org/page");
        }

        for (var redirects = 0; redirects <= _options.MaxRedirects; redirects++)
        {
            if (uri.Scheme is not ("http" or "https"))
            {
                return Failed(address, $"leads to {uri.Scheme}:, which is not fetched", "give an http or https address");
            }

            using var request = Request(uri, etag, lastModified);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location)
            {
                uri = new Uri(uri, location);
                continue;
            }

            if (response.StatusCode == HttpStatusCode.NotModified)
            {
                return (new FetchedPage { Address = uri, IsUnchanged = true, ETag = etag, LastModified = lastModified }, null);
            }

            return response.IsSuccessStatusCode
                ? await ReadAsync(address, uri, response, cancellation).ConfigureAwait(false)
                : Failed(address, $"was refused by the server with status {(int)response.StatusCode}", "open it in a browser and save the page as a file");
        }

        return Failed(address, $"redirects more than {_options.MaxRedirects} times", "give the address at which the page is in the end");
    }

    private static HttpRequestMessage Request(Uri uri, string? etag, DateTimeOffset? lastModified)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, uri);
        if (etag is not null && EntityTagHeaderValue.TryParse(etag, out var tag))
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        request.Headers.IfModifiedSince = lastModified;
        return request;
    }

    private async Task<(FetchedPage?, Fault?)> ReadAsync(string address, Uri uri, HttpResponseMessage response, CancellationToken cancellation)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var bytes = await BoundedRead.AllAsync(stream, _options.MaxBytes, 0, cancellation).ConfigureAwait(false);
            return bytes is null
                ? Failed(address, $"is larger than {_options.MaxBytes:N0} bytes", "save it as a file, or raise the limit on page size")
                : (new FetchedPage
                {
                    Address = uri,
                    Bytes = bytes,
                    ContentType = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var type) ? type.ToString() : null,
                    ETag = response.Headers.ETag?.ToString(),
                    LastModified = response.Content.Headers.LastModified,
                }, null);
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = await Dns.GetHostAddressesAsync(host.Trim('[', ']'), cancellation).ConfigureAwait(false);
        var allowed = Array.FindAll(addresses, address => _isAllowed(new IPEndPoint(address, context.DnsEndPoint.Port)));
        if (allowed.Length == 0)
        {
            throw new PrivateAddressException($"leads to {host}, an address of this machine or of a private network");
        }

        Exception? last = null;
        foreach (var address in allowed)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address, context.DnsEndPoint.Port, cancellation).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception e)
            {
                socket.Dispose();
                if (e is not SocketException)
                {
                    throw;
                }

                last = e;
            }
        }

        throw last!;
    }

    private static Exception Unwrap(Exception e)
    {
        while (e is not PrivateAddressException && e.InnerException is not null)
        {
            e = e.InnerException;
        }

        return e;
    }

    private static string Reason(Exception e) => Unwrap(e) switch
    {
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => "there is no host of this name",
        SocketException socket => $"no connection ({socket.SocketErrorCode})",
        System.Security.Authentication.AuthenticationException => "its certificate is not valid",
        _ => "the answer broke off or is no HTTP",
    };

    private static (FetchedPage?, Fault?) Failed(string address, string problem, string remedy) => (null, new Fault(address, null, problem, remedy));
}

/// <summary>Thrown while connecting, because the handler's callback has no other way to refuse.</summary>
internal sealed class PrivateAddressException(string message) : IOException(message);
