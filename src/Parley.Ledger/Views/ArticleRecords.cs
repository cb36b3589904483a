using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>Reads articles back from the history together with the records that follow them there.</summary>
internal sealed class ArticleRecords(SqliteSession session) : IDisposable
{
    private readonly SqlStatement _from = session.Prepare("SELECT sequence, kind, json FROM history WHERE sequence >= $1 ORDER BY sequence");
    private readonly SqlStatement _one = session.Prepare("SELECT json FROM history WHERE sequence = $1");
    private readonly SqlStatement _ofDocument = session.Prepare("SELECT sequence FROM articles WHERE document = $1 ORDER BY article_index");

    /// <summary>The articles of a document in order.</summary>
    public ImmutableArray<ArticleReading> OfDocument(ContentHash document)
    {
        var sequences = new List<long>();
        using (var rows = _ofDocument.Rows(document.Hex))
        {
            while (rows.Read())
            {
                sequences.Add(rows.Number(0));
            }
        }

        return [.. sequences.Select(Read)];
    }

    /// <summary>The article recorded at a sequence number, with everything that it yielded.</summary>
    public ArticleReading Read(long sequence)
    {
        using var rows = _from.Rows(sequence);
        if (!rows.Read() || rows.Text(1) != RecordKind.Article)
        {
            throw Damaged(sequence, "there is no article");
        }

        var json = RecordsJson.Canonical;
        var article = Parse(sequence, rows.Bytes(2), json.Article);
        var statements = ImmutableArray.CreateBuilder<Statement>();
        var figures = ImmutableArray.CreateBuilder<Figure>();
        var agreements = ImmutableArray.CreateBuilder<Agreement>();
        var forecasts = ImmutableArray.CreateBuilder<Forecast>();
        while (rows.Read())
        {
            var number = rows.Number(0);
            switch (rows.Text(1))
            {
                case RecordKind.Statement:
                    statements.Add(Parse(number, rows.Bytes(2), json.Statement));
                    continue;
                case RecordKind.Figure:
                    figures.Add(Parse(number, rows.Bytes(2), json.Figure));
                    continue;
                case RecordKind.Agreement:
                    agreements.Add(Parse(number, rows.Bytes(2), json.Agreement));
                    continue;
                case RecordKind.Forecast:
                    forecasts.Add(Parse(number, rows.Bytes(2), json.Forecast));
                    continue;
            }

            break; // the next article, document or revision
        }

        return new ArticleReading
        {
            Article = article,
            Statements = statements.DrainToImmutable(),
            Figures = figures.DrainToImmutable(),
            Agreements = agreements.DrainToImmutable(),
            Forecasts = forecasts.DrainToImmutable(),
        };
    }

    /// <summary>One record.</summary>
    public T Read<T>(long sequence, JsonTypeInfo<T> type)
        where T : class
    {
        using var rows = _one.Rows(sequence);
        return rows.Read() ? Parse(sequence, rows.Bytes(0), type) : throw Damaged(sequence, "there is no such record");
    }

    public void Dispose()
    {
        _from.Dispose();
        _one.Dispose();
        _ofDocument.Dispose();
    }

    private T Parse<T>(long sequence, byte[] json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new JsonException("null is no record");
        }
        catch (JsonException e)
        {
            throw Damaged(sequence, e.Message);
        }
    }

    private LedgerException Damaged(long sequence, string what) =>
        new($"{session.Path}: record {sequence} cannot be read ({what}); run 'parley verify'");
}
