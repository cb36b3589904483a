using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Parley.Ledger;
using Xunit;

namespace Parley.Tests.Ledger;

/// <summary>Kills a process in the midst of appending, for real: this assembly, started a second time with a variable set.</summary>
public sealed class CrashTests : IDisposable
{
    private const string Variable = "PARLEY_TEST_APPEND_FOREVER_TO";

    private readonly TemporaryLedger _ledger = new();

    [Fact]
    public void A_kill_at_any_moment_loses_nothing_acknowledged_and_leaves_a_ledger_that_opens()
    {
        var acknowledged = 0;
        foreach (var (lines, further) in new[] { (0, 0), (1, 0), (3, 1), (7, 5), (20, 9), (45, 2), (90, 13) })
        {
            var token = TestContext.Current.CancellationToken;
            using var child = Process.Start(new ProcessStartInfo(DotnetPath, ["exec", typeof(CrashTests).Assembly.Location])
            {
                RedirectStandardOutput = true,
                Environment = { [Variable] = _ledger.Path },
            })!;
            for (var i = 0; i < lines; i++)
            {
                acknowledged = int.Parse(child.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
            }

            Thread.Sleep(lines == 0 ? 150 : further); // somewhere in the next append, or in making the file
            child.Kill();
            child.WaitForExit();
            while (child.StandardOutput.ReadLine() is { } line)
            {
                acknowledged = int.Parse(line, CultureInfo.InvariantCulture);
            }

            token.ThrowIfCancellationRequested();
            using (LedgerWriter.Open(_ledger.Path))
            {
            }

            Assert.Empty(_ledger.Verify());
            var names = _ledger.Read(l => l.Documents().Select(d => d.Name).ToList());
            Assert.True(names.Count >= acknowledged, $"{acknowledged} acknowledged, {names.Count} found");
            Assert.Equal(Enumerable.Range(1, names.Count).Select(NameOf), names);
        }

        Assert.True(acknowledged > 100);
    }

    public void Dispose() => _ledger.Dispose();

    private static string DotnetPath =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host
        : Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path
        : "dotnet";

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}.txt");

#pragma warning disable CA2255 // a module initializer is the one way into a test assembly before the test framework takes over
    [ModuleInitializer]
    internal static void AppendForeverIfAsked()
#pragma warning restore CA2255
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } path)
        {
            return;
        }

        using var writer = LedgerWriter.Open(path);
        int number;
        using (var reader = LedgerReader.Open(path))
        {
            number = (int)reader.Counts().Documents;
        }

        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        while (true)
        {
            number++;
            writer.Append(new ReadingBuilder { Name = NameOf(number) }.Build($"Day {number}. <Ada Novak|said|that bridge {number} is open>."));
            output.WriteLine(number.ToString(CultureInfo.InvariantCulture));
        }
    }
}
