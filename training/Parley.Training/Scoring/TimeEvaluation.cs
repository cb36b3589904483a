using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Parley.Records;
using Parley.Resolution.Time;

namespace Parley.Training.Scoring;

/// <summary>
/// Measures the time expressions as TempEval-3 does: relaxed (an overlap counts as found) and strict F1, and value F1, which is relaxed F1
/// times the share of the found whose value is right; and counts the errors by kind.
/// </summary>
public static class TimeEvaluation
{
    /// <summary>Prints the measures for the documents in <paramref name="path"/>, how many errors there are of each kind and, if asked, every error.</summary>
    /// <param name="path">JSON Lines with <c>text</c>, <c>dct</c>, <c>collection</c> and <c>timexes</c> (start, end, type, value), gzip or plain; offsets count UTF-16 units.</param>
    /// <param name="collection">Only the documents of this collection; null for all.</param>
    /// <param name="withErrors">Also prints what was missed, spurious or wrongly valued.</param>
    /// <param name="output">Where to.</param>
    public static void Run(string path, string? collection, bool withErrors, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(output);
        var (gold, found, relaxed, strict, valued) = (0, 0, 0, 0, 0);
        var kinds = new Dictionary<(string Kind, string Told, string Right), int>();
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            if (collection is not null && !(row.RootElement.TryGetProperty("collection", out var named) && named.GetString() == collection))
            {
                continue;
            }

            var text = row.RootElement.GetProperty("text").GetString()!;
            var dct = row.RootElement.GetProperty("dct").GetString();
            PartialDate? reference = dct is not null && PartialDate.TryParse(dct.AsSpan(0, Math.Min(10, dct.Length)), out var date) ? date : null;
            var wanted = row.RootElement.GetProperty("timexes").EnumerateArray()
                .Select(t => (Span: TextSpan.FromBounds(t.GetProperty("start").GetInt32(), t.GetProperty("end").GetInt32()), Value: t.GetProperty("value").GetString())).ToList();
            var system = TimeTagger.Tag(text, reference);
            var used = new bool[wanted.Count];
            foreach (var time in system)
            {
                var match = wanted.FindIndex(w => w.Span.Overlaps(time.Span));
                if (match < 0 || used[match])
                {
                    Tell("spurious", time.Span, time.Value, null);
                    continue;
                }

                used[match] = true;
                relaxed++;
                strict += wanted[match].Span == time.Span ? 1 : 0;
                valued += wanted[match].Value == time.Value ? 1 : 0;
                if (wanted[match].Value != time.Value)
                {
                    Tell("value", time.Span, time.Value, wanted[match].Value);
                }
                else if (wanted[match].Span != time.Span)
                {
                    Tell("extent", time.Span, time.Value, time.Value);
                }
            }

            for (var i = 0; i < wanted.Count; i++)
            {
                if (!used[i])
                {
                    Tell("missed", wanted[i].Span, null, wanted[i].Value);
                }
            }

            (gold, found) = (gold + wanted.Count, found + system.Length);

            void Tell(string kind, TextSpan span, string? value, string? right)
            {
                var key = (kind, Form(value), Form(right));
                kinds[key] = kinds.GetValueOrDefault(key) + 1;
                if (withErrors)
                {
                    var from = Math.Max(0, span.Start - 40);
                    output.WriteLine($"{kind}\t{span.In(text)}\t{value}\t{right}\t{dct}\t{text[from..Math.Min(text.Length, span.End + 40)].ReplaceLineEndings(" ")}");
                }
            }
        }

        output.WriteLine("kind\ttold\tright\terrors");
        foreach (var ((kind, told, right), count) in kinds.OrderByDescending(k => k.Value).ThenBy(k => k.Key))
        {
            output.WriteLine($"{kind}\t{told}\t{right}\t{count}");
        }

        var f1 = Score.F1(relaxed, found, gold);
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{gold} expressions, {found} found"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"relaxed  P {Score.Percent(relaxed, found):0.0}  R {Score.Percent(relaxed, gold):0.0}  F1 {f1:0.0}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"strict   F1 {Score.F1(strict, found, gold):0.0}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"value    F1 {f1 * Score.Percent(valued, relaxed) / 100:0.0}"));
    }

    /// <summary>A value with its digits taken for one another: <c>0000-W00</c>, <c>P0Y</c>.</summary>
    private static string Form(string? value) => value is null ? "" : string.Concat(value.Select(c => char.IsAsciiDigit(c) ? '0' : c));
}
