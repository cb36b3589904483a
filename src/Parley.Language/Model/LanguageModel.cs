using System.Collections.Concurrent;

namespace Parley.Language.Model;

/// <summary>
/// Trained networks that find attributions, parts of speech, names and dependency trees in tokens. Loaded once, immutable, shared by all threads; each call borrows scratch
/// from a pool.
/// </summary>
public sealed class LanguageModel
{
    private const string Resource = "Parley.Language.language.model";
    private static readonly Lazy<LanguageModel> s_shipped = new(LoadShipped);
    private readonly ConcurrentBag<ArticleReader> _readers = [];
    private readonly ConcurrentBag<SyntaxReader> _syntaxReaders = [];

    internal LanguageModel(IReadOnlyList<Network> networks) => Networks = networks;

    internal IReadOnlyList<Network> Networks { get; }

    /// <summary>The model that ships with the library; loaded when first asked for.</summary>
    /// <exception cref="InvalidDataException">The model is missing or damaged.</exception>
    public static LanguageModel Shipped => s_shipped.Value;

    /// <summary>Loads a model.</summary>
    /// <exception cref="InvalidDataException">The stream holds no model, one of another version, or a damaged one.</exception>
    public static LanguageModel Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new LanguageModel(ModelFile.Read(stream));
    }

    /// <summary>
    /// Finds the attributions of an article. Time is linear in the number of tokens, memory beyond the result is bounded.
    /// </summary>
    /// <param name="text">The article's text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="paragraphs">Its paragraphs in order, as runs of tokens that do not overlap.</param>
    /// <param name="apart">Reads each paragraph by itself, without those around it: for runs that are no neighbours.</param>
    public AttributionReading Read(ReadOnlySpan<char> text, TokenTable tokens, ReadOnlySpan<TokenRange> paragraphs, bool apart = false)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        if (!_readers.TryTake(out var reader))
        {
            reader = new ArticleReader(Networks);
        }

        try
        {
            return reader.Read(text, tokens.Starts, tokens.Ends, paragraphs, apart);
        }
        finally
        {
            _readers.Add(reader);
        }
    }

    /// <summary>Reads parts of speech, lemmas, names and dependency trees. Time is linear in the number of tokens.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="sentences">Its sentences in order, as runs of tokens that do not overlap.</param>
    /// <param name="paragraphs">For each sentence a number that it shares with the sentences of its paragraph.</param>
    public SyntaxReading ReadSyntax(ReadOnlySpan<char> text, TokenTable tokens, ReadOnlySpan<TokenRange> sentences, ReadOnlySpan<int> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        if (!_syntaxReaders.TryTake(out var reader))
        {
            reader = new SyntaxReader(Networks[0]);
        }

        try
        {
            return reader.Read(text, tokens, sentences, paragraphs);
        }
        finally
        {
            _syntaxReaders.Add(reader);
        }
    }

    private static unsafe LanguageModel LoadShipped()
    {
        var stream = typeof(LanguageModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException("The library was built without its language model.");

        // An embedded resource is part of the library's image, so it can be used where it lies.
        return stream is UnmanagedMemoryStream image
            ? new LanguageModel(ModelFile.Read(image.PositionPointer, image.Length, image))
            : Load(stream);
    }
}
