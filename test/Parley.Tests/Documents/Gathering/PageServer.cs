using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Parley.Tests.Documents.Gathering;

/// <summary>A small web server on this machine: for each path a function from the request's headers to the whole answer.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, Func<string, byte[]?>> _pages;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    internal PageServer(Dictionary<string, Func<string, byte[]?>> pages)
    {
        _pages = pages;
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _serving = ServeAsync();
    }

    internal string Address { get; }

    internal static byte[] Ok(string body, string headers = "Content-Type: text/html; charset=utf-8\r\n") => Ok(Encoding.UTF8.GetBytes(body), headers);

    internal static byte[] Ok(byte[] body, string headers) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{headers}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n"), .. body];

    internal static byte[] Redirect(string to) => Encoding.ASCII.GetBytes($"HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await AnswerAsync(client);
            }
        }
        catch (Exception e) when (_stop.IsCancellationRequested && e is (OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException))
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        try
        {
            var stream = client.GetStream();
            var request = new StringBuilder();
            var buffer = new byte[4096];
            while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
            {
                var got = await stream.ReadAsync(buffer, _stop.Token);
                if (got == 0)
                {
                    return;
                }

                request.Append(Encoding.ASCII.GetString(buffer, 0, got));
            }

            var path = request.ToString().Split(' ')[1];
            if (_pages.TryGetValue(path, out var page))
            {
                if (page(request.ToString()) is { } answer)
                {
                    await stream.WriteAsync(answer, _stop.Token);
                }
                else
                {
                    await Task.Delay(Timeout.Infinite, _stop.Token);
                }
            }
            else
            {
                await stream.WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), _stop.Token);
            }
        }
        catch (IOException)
        {
            // The client had enough.
        }
    }
}
