using System.Globalization;
using Parley.Cli.Output;
using Parley.Extraction;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli.Commands;

/// <summary>Records what is extracted, a few readings to a commit, and counts what happened.</summary>
internal sealed class Recording(LedgerWriter ledger, Terminal terminal)
{
    private const int MaxReadings = 64;
    private const long MaxBytes = 16 << 20;

    private readonly List<Reading> _pending = [];
    private readonly SortedDictionary<string, int> _notUnderstood = new(StringComparer.Ordinal);
    private readonly ReadingProgress _progress = new(terminal);
    private long _pendingBytes;
    private int _recorded, _known, _revised, _articles, _statements, _sources, _unresolved;

    /// <summary>How many inputs had something wrong.</summary>
    public int Faults { get; private set; }

    /// <summary>Records everything; what was acknowledged stays recorded when this is cancelled or fails.</summary>
    public async Task RecordAsync(IAsyncEnumerable<Extracted> extracted, CancellationToken cancellation)
    {
        try
        {
            await foreach (var document in extracted.WithCancellation(cancellation).ConfigureAwait(false))
            {
                foreach (var fault in document.Faults)
                {
                    _progress.Clear();
                    terminal.Tell(fault);
                    Faults++;
                }

                terminal.Trace(document.Defect);
                if (document.Reading is { } reading)
                {
                    Add(reading);
                }
            }
        }
        finally
        {
            Commit();
            _progress.Clear();
        }
    }

    /// <summary>One line on what was done.</summary>
    public string Summary()
    {
        var parts = new List<string>
        {
            Count(_recorded, "document") + " recorded",
            Count(_articles, "article"),
            Count(_statements, "statement"),
        };
        if (_sources > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{_unresolved:N0} of {Count(_sources, "source")} unresolved ({100.0 * _unresolved / _sources:F1} %)"));
        }

        if (_revised > 0)
        {
            parts.Add($"{_revised} of them a new revision of a known page");
        }

        if (_known > 0)
        {
            parts.Add($"{_known} known already");
        }

        if (_notUnderstood.Count > 0)
        {
            parts.Add("kept but not understood: " + string.Join(", ", _notUnderstood.Select(l => $"{l.Value} in {l.Key}")));
        }

        if (Faults > 0)
        {
            parts.Add(Count(Faults, "fault"));
        }

        return string.Join(", ", parts);
    }

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");

    private void Add(Reading reading)
    {
        _pending.Add(reading);
        _pendingBytes += reading.Document.Bytes.Length;
        if (_pending.Count >= MaxReadings || _pendingBytes >= MaxBytes)
        {
            Commit();
        }
    }

    private void Commit()
    {
        if (_pending.Count == 0)
        {
            return;
        }

        var results = ledger.Append(_pending);
        for (var i = 0; i < results.Count; i++)
        {
            Note(_pending[i], results[i]);
        }

        _pending.Clear();
        _pendingBytes = 0;
        _progress.Show($"{Count(_recorded, "document")}, {Count(_statements, "statement")}");
    }

    private void Note(Reading reading, AppendResult result)
    {
        if (result.Outcome is AppendOutcome.AlreadyRecorded)
        {
            _known++;
            return;
        }

        _recorded++;
        _articles += reading.Articles.Length;
        _statements += reading.Articles.Sum(a => a.Statements.Length);
        _sources += reading.Articles.Sum(a => a.Statements.Count(s => !s.Attribution.Source.IsEmpty));
        _unresolved += reading.Articles.Sum(a => a.Statements.Count(s => s.HasUnresolvedSource));
        foreach (var article in reading.Articles.Where(a => !ArticleExtractor.Understands(a.Article.Language)))
        {
            _notUnderstood[article.Article.Language] = _notUnderstood.GetValueOrDefault(article.Article.Language) + 1;
        }

        if (result.Outcome is AppendOutcome.Revised)
        {
            _revised++;
            TellChanges(reading.Document.Name, result);
        }
    }

    private void TellChanges(string name, AppendResult result)
    {
        _progress.Clear();
        terminal.Errors.WriteLine(Terminal.OneLine(
            $"parley: {name}: changed since it was recorded ({result.Changes.Length} statements reworded or gone, {result.Added.Length} new)"));
        foreach (var change in result.Changes)
        {
            terminal.Errors.WriteLine(Terminal.OneLine($"parley: {name}: {RevisionWording.Of(change)}"));
        }
    }
}
