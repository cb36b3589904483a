using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Parley.Documents.Gathering;
using Parley.Records;

namespace Parley.Documents.Formats.Pdf;

/// <summary>PDF, by the program pdftotext of Poppler, which is given the bytes and kept to limits of time and length.</summary>
internal static class PdfReader
{
    internal const string Program = "pdftotext";

    internal static async Task ReadAsync(Document document, TextSink sink, TimeProvider time, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(sink.Options.PdfTimeLimit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var process = Start(sink);
        if (process is null)
        {
            return;
        }

        try
        {
            var feeding = FeedAsync(process, document.Bytes, both.Token);
            var draining = process.StandardError.ReadToEndAsync(both.Token);
            var most = (int)Math.Min(int.MaxValue / 2, sink.Options.MaxTextLength * 4L);
            var bytes = await BoundedRead.AllAsync(process.StandardOutput.BaseStream, most, 0, both.Token).ConfigureAwait(false);
            if (bytes is null)
            {
                sink.Fault(null, $"is longer than {sink.Options.MaxTextLength:N0} characters", "split it, or raise the limit on text length (--max-text)");
                return;
            }

            await feeding.ConfigureAwait(false);
            await draining.ConfigureAwait(false);
            await process.WaitForExitAsync(both.Token).ConfigureAwait(false);
            Add(bytes, process.ExitCode, sink);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            sink.Fault(null, $"took {Program} longer than {sink.Options.PdfTimeLimit.TotalSeconds:0.#} s", "print it to a new PDF, or to text");
        }
        finally
        {
            Stop(process);
        }
    }

    private static void Add(byte[] bytes, int exitCode, TextSink sink)
    {
        var text = PdfLines.Join(Encoding.UTF8.GetString(bytes));
        if (exitCode != 0 && string.IsNullOrWhiteSpace(text))
        {
            sink.Fault(null, exitCode == 3 ? "does not allow its text to be copied" : "is a broken or locked PDF", "print it to a new PDF, or save its text");
        }
        else if (string.IsNullOrWhiteSpace(text))
        {
            sink.Fault(null, "holds no text, only pictures of pages", "run it through text recognition (OCR) first");
        }
        else
        {
            sink.Add(new SourceText { Text = text, Offsets = [] });
        }
    }

    private static Process? Start(TextSink sink)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(Program, ["-enc", "UTF-8", "-q", "-", "-"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            });
        }
        catch (Win32Exception)
        {
            sink.Fault(null, $"is a PDF, and the program {Program} that reads them is not installed",
                "install it (Debian, Ubuntu: apt install poppler-utils; macOS: brew install poppler; Windows: choco install poppler) and read the file again");
            return null;
        }
    }

    private static async Task FeedAsync(Process process, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(bytes, cancellation).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It may have seen enough; its exit code tells.
        }
    }

    private static void Stop(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
        catch (InvalidOperationException)
        {
            // It ended in between.
        }
    }
}
