using Parley.Language;

namespace Parley.Attributions;

/// <summary>Finds the source and cue of a sentence whose content comes after it: "The ministry gave several reasons:".</summary>
internal static class OpenerRules
{
    /// <summary>A source and a cue that wait for a content.</summary>
    internal readonly record struct Opener(TokenRange Source, TokenRange Cue);

    /// <summary>The last cue verb of a sentence that has a subject, or null.</summary>
    public static Opener? Find(RuleText text, int sentence)
    {
        var range = text.Article.Sentences[sentence];
        for (var head = range.End - 1; head >= range.Start; head--)
        {
            if (text.Verb(head) is not { } cue || (cue.Frames & (CueFrames.Quote | CueFrames.That | CueFrames.Object | CueFrames.Preposition)) == 0
                || !VerbGroup.TryRead(text, head, out var group) || group.Use is VerbUse.Passive or VerbUse.Infinitive)
            {
                continue;
            }

            var scope = text.ScopeOf(head);
            var source = group.Use == VerbUse.Finite ? SourceReader.Left(text, group.Tokens.Start, scope) : default;
            source = source.IsEmpty ? SubjectReader.OfClause(text, scope, group.Tokens.Start) : source;
            if (!source.IsEmpty)
            {
                return new Opener(source, group.Tokens);
            }
        }

        return null;
    }
}
