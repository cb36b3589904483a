namespace Parley.Ledger;

/// <summary>The tables derived from history. All of it can be dropped and built anew; changing it needs only an empty migration step.</summary>
internal static class DerivedSchema
{
    /// <summary>The tables, in an order in which they can be dropped.</summary>
    public static readonly string[] Tables =
    [
        "documents", "pages", "articles", "current_articles", "statements", "statement_issues", "figures", "agreements", "forecasts",
        "revisions", "statement_changes", "entries", "actor_corrections",
    ];

    /// <summary>The full-text indexes; each keeps no text of its own, a row's number is the record's sequence.</summary>
    public static readonly string[] FullText = ["article_text", "statement_text"];

    /// <summary>Creates everything in a schema, <c>main</c> or <c>temp</c>.</summary>
    public static string Create(string schema) =>
        $"""
        CREATE TABLE {schema}.documents (
            sequence INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, origin TEXT NOT NULL,
            format TEXT NOT NULL, gathered_at TEXT NOT NULL, length INTEGER NOT NULL) STRICT;
        CREATE TABLE {schema}.pages (
            origin TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT;
        CREATE INDEX {schema}.pages_document ON pages (document);
        CREATE TABLE {schema}.articles (
            sequence INTEGER PRIMARY KEY, document TEXT NOT NULL, article_index INTEGER NOT NULL, title TEXT, byline TEXT,
            outlet TEXT, outlet_key TEXT, published TEXT, published_first TEXT, published_last TEXT, form TEXT NOT NULL,
            language TEXT NOT NULL, UNIQUE (document, article_index)) STRICT;
        CREATE INDEX {schema}.articles_published ON articles (published_first);
        CREATE INDEX {schema}.articles_outlet ON articles (outlet_key);
        CREATE TABLE {schema}.current_articles (
            article INTEGER NOT NULL, since TEXT NOT NULL, until TEXT, revision INTEGER NOT NULL, PRIMARY KEY (article, revision)) STRICT;
        CREATE TABLE {schema}.statements (
            sequence INTEGER PRIMARY KEY, id TEXT NOT NULL, article INTEGER NOT NULL, actor TEXT, actor_key TEXT, actor_id TEXT,
            said TEXT, said_first TEXT, said_last TEXT, published_first TEXT, published_last TEXT, polarity TEXT NOT NULL,
            sourcing TEXT NOT NULL, event TEXT, mode TEXT, context TEXT, outlet_key TEXT, first_issue TEXT, stance TEXT, confidence REAL NOT NULL) STRICT;
        CREATE INDEX {schema}.statements_id ON statements (id);
        CREATE INDEX {schema}.statements_article ON statements (article);
        CREATE INDEX {schema}.statements_actor ON statements (actor_key);
        CREATE INDEX {schema}.statements_actor_id ON statements (actor_id);
        CREATE INDEX {schema}.statements_said ON statements (said_first);
        CREATE INDEX {schema}.statements_published ON statements (published_first);
        CREATE INDEX {schema}.statements_polarity ON statements (polarity);
        CREATE INDEX {schema}.statements_outlet ON statements (outlet_key);
        CREATE INDEX {schema}.statements_first_issue ON statements (first_issue);
        CREATE INDEX {schema}.statements_confidence ON statements (confidence);
        CREATE TABLE {schema}.statement_issues (
            statement INTEGER NOT NULL, rank INTEGER NOT NULL, issue TEXT NOT NULL, PRIMARY KEY (statement, rank)) STRICT;
        CREATE INDEX {schema}.statement_issues_issue ON statement_issues (issue);
        CREATE TABLE {schema}.figures (
            sequence INTEGER PRIMARY KEY, id TEXT NOT NULL, article INTEGER NOT NULL, statement_id TEXT, measure TEXT NOT NULL,
            unit TEXT NOT NULL, claimant_key TEXT, as_of TEXT) STRICT;
        CREATE INDEX {schema}.figures_measure ON figures (measure);
        CREATE TABLE {schema}.agreements (
            sequence INTEGER PRIMARY KEY, id TEXT NOT NULL, article INTEGER NOT NULL, statement_id TEXT, name_key TEXT NOT NULL,
            date TEXT, claim TEXT NOT NULL, claimant_key TEXT) STRICT;
        CREATE INDEX {schema}.agreements_name ON agreements (name_key);
        CREATE TABLE {schema}.forecasts (
            sequence INTEGER PRIMARY KEY, id TEXT NOT NULL, article INTEGER NOT NULL, statement_id TEXT, actor_key TEXT,
            made TEXT, deadline TEXT, outcome TEXT NOT NULL) STRICT;
        CREATE INDEX {schema}.forecasts_actor ON forecasts (actor_key);
        CREATE TABLE {schema}.revisions (
            sequence INTEGER PRIMARY KEY, origin TEXT NOT NULL, previous TEXT NOT NULL, current TEXT NOT NULL) STRICT;
        CREATE TABLE {schema}.statement_changes (
            sequence INTEGER PRIMARY KEY, fate TEXT NOT NULL, statement_id TEXT NOT NULL, replaced_by TEXT) STRICT;
        CREATE INDEX {schema}.statement_changes_statement ON statement_changes (statement_id);
        CREATE TABLE {schema}.actor_corrections (
            sequence INTEGER PRIMARY KEY, reverts INTEGER) STRICT;
        CREATE TABLE {schema}.entries (
            sequence INTEGER PRIMARY KEY, register TEXT NOT NULL, kind TEXT NOT NULL) STRICT;
        CREATE INDEX {schema}.entries_register ON entries (register, sequence);
        CREATE VIRTUAL TABLE {schema}.article_text USING fts5(title, text, content = '', tokenize = 'unicode61 remove_diacritics 2');
        CREATE VIRTUAL TABLE {schema}.statement_text USING fts5(content, actor, content = '', tokenize = 'unicode61 remove_diacritics 2');
        """;

    /// <summary>Drops everything from the ledger itself.</summary>
    public static string Drop() =>
        string.Concat(Tables.Concat(FullText).Select(table => $"DROP TABLE IF EXISTS main.{table};"));
}
