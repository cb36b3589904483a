using System.Net;
using System.Net.Sockets;
using Parley.Records;

namespace Parley.Documents.Gathering.Fetching;

/// <summary>
/// Fetches pages over http and https. A name is resolved once, the address checked, and the connection made to that very
/// address; each redirect is checked in the same way. Shared by all threads.
/// </summary>
public sealed class PageFetcher : IDisposable
{
    private const int MaxValidator = 1024;

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

    /// <summary>Fetches one page.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    public async Task<FetchResult> AskAsync(PageRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var address = request.Address;
        try
        {
            return await FollowAsync(request, cancellation).ConfigureAwait(false);
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

    private async Task<FetchResult> FollowAsync(PageRequest asked, CancellationToken cancellation)
    {
        var address = asked.Address;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return Failed(address, "is no address", "give it in full, such as https://example.org/page");
        }

        var left = _options.TimeLimit;
        for (var redirects = 0; redirects <= _options.MaxRedirects; redirects++)
        {
            if (uri.Scheme is not ("http" or "https"))
            {
                return Failed(address, $"leads to {uri.Scheme}:, which is not fetched", "give an http or https address");
            }

            if (asked.Courtesy is { } courtesy && !await courtesy.EnterAsync(uri, cancellation).ConfigureAwait(false))
            {
                return Failed(address, $"must not be fetched by robots, says the robots.txt of {uri.Host}", "ask the site, or save the page as a file");
            }

            // Time spent in waiting for one's turn does not count.
            var start = _time.GetTimestamp();
            using var limit = new CancellationTokenSource(left, _time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
            using var request = Request(uri, asked);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location)
            {
                uri = new Uri(uri, location);
                left -= _time.GetElapsedTime(start);
                if (left <= TimeSpan.Zero)
                {
                    throw new OperationCanceledException(both.Token);
                }

                continue;
            }

            var status = (int)response.StatusCode;
            if (response.StatusCode == HttpStatusCode.NotModified)
            {
                return new FetchResult(new FetchedPage { Address = uri, IsUnchanged = true, ETag = asked.ETag, LastModified = asked.LastModified }, null) { Status = status };
            }

            return response.IsSuccessStatusCode
                ? await ReadAsync(address, uri, response, both.Token).ConfigureAwait(false)
                : Failed(address, $"was refused by the server with status {status}", status == 429 ? "ask it less often" : "open it in a browser and save the page as a file") with
                {
                    Status = status,
                    RetryAfter = RetryAfter(response),
                };
        }

        return Failed(address, $"redirects more than {_options.MaxRedirects} times", "give the address at which the page is in the end");
    }

    /// <summary>What the server named its state goes back as it came: it is for the server to understand.</summary>
    private static HttpRequestMessage Request(Uri uri, PageRequest asked)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, uri);
        foreach (var (name, value) in new[] { ("If-None-Match", asked.ETag), ("If-Modified-Since", asked.LastModified) })
        {
            if (value is not null && IsHeaderValue(value))
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    private static bool IsHeaderValue(string value) => value.Length is > 0 and <= MaxValidator && value.All(c => c is >= ' ' and <= '~');

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > _time.GetUtcNow() => date - _time.GetUtcNow(),
        _ => null,
    };

    private static string? Header(System.Net.Http.Headers.HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var value) && IsHeaderValue(value.ToString()) ? value.ToString() : null;

    private async Task<FetchResult> ReadAsync(string address, Uri uri, HttpResponseMessage response, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var bytes = await BoundedRead.AllAsync(stream, _options.MaxBytes, 0, cancellation).ConfigureAwait(false);
            return bytes is null
                ? Failed(address, $"is larger than {_options.MaxBytes:N0} bytes", "save it as a file and read that") with { Status = status }
                : new FetchResult(
                    new FetchedPage
                    {
                        Address = uri,
                        Bytes = bytes,
                        ContentType = Header(response.Content.Headers, "Content-Type"),
                        ETag = Header(response.Headers, "ETag"),
                        LastModified = Header(response.Content.Headers, "Last-Modified"),
                    },
                    null)
                { Status = status };
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

    private static FetchResult Failed(string address, string problem, string remedy) => new(null, new Fault(address, null, problem, remedy));
}

/// <summary>Thrown while connecting, because the handler's callback has no other way to refuse.</summary>
internal sealed class PrivateAddressException(string message) : IOException(message);
