using DiplomacyTracker.Extraction.Search;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>The reporting clause of a quotation. <paramref name="IsContinued"/> says that the clause of the quotation before it is meant.</summary>
internal sealed record Attribution(SpeakerPhrase? Phrase, string? Verb, string? Addressee, bool IsContinued = false);

/// <summary>Tells speech from other words in quotation marks, by the reporting clause behind, before or between.</summary>
internal sealed class DirectSpeech(SpeakerReader speakers, ReportingWords words)
{
    private const int FewestWords = 4;
    private const int LongestSubject = 12;

    private static readonly WordSet NoVerbs =
        ["tetapi", "dan", "atau", "yang", "saat", "ketika", "dalam", "pada", "di", "ke", "dari", "untuk", "seperti", "kepada", "dengan", "sambil", "karena", "jika", "baru", "itu", "ini", "menjadi", "adalah", "dua"];

    /// <summary>"…," kata X kepada Y; "…," ujarnya; "…," ia menekankan.</summary>
    public Attribution? Behind(Passage passage, Quote quote, int limit)
    {
        var at = quote.After;
        var hasComma = quote.IsClosed && passage.Tokens[quote.End - 1].Text is "," or "!" or "?" or "…";
        if (at < limit && passage.Folded[at] == ",")
        {
            (at, hasComma) = (at + 1, true);
        }
        if (at >= limit || !(hasComma || quote.End - quote.First > FewestWords))
        {
            return null;
        }
        if (passage.Folded[at] is "demikian" && at + 1 < limit && words.IsFollowing(passage.Tokens[at + 1].Word))
        {
            at++;
        }
        var word = passage.Folded[at];
        if (word.EndsWith("nya", StringComparison.Ordinal) && (words.IsFollowing(word) || (hasComma && Stemmer.Default.IsRoot(word[..^3]))))
        {
            var token = passage.Tokens[at];
            var phrase = new SpeakerPhrase(SpeakerKind.Pronoun, new Text.TextSpan(passage.Part, token.End - 3, token.End), "nya", null, ["nya"], at + 1);
            return new Attribution(phrase, word[..^3], Addressees.Find(passage, at + 1, limit));
        }
        if (words.IsFollowing(word) || (hasComma && IsUnlistedVerb(passage, at, limit)))
        {
            var phrase = speakers.Read(passage, at + 1, limit);
            return new Attribution(phrase, word, Addressees.Find(passage, phrase?.End ?? at + 1, limit));
        }
        return hasComma && SubjectFirst(passage, at, limit) is { } inverted ? inverted : null;
    }

    /// <summary>X berkata kepada Y, "…"; X: "…".</summary>
    public Attribution? Before(Passage passage, Quote quote, int from, bool isHeadline)
    {
        var last = quote.First - 2;
        if (last < from)
        {
            return null;
        }
        var verb = -1;
        for (var i = last; i >= from && verb < 0; i--)
        {
            verb = words.IsIntroducing(passage.Tokens[i].Word) || (words.IsFollowing(passage.Tokens[i].Word) && passage.Folded[i].EndsWith("nya", StringComparison.Ordinal)) ? i : -1;
        }
        var sign = passage.Folded[last];
        if (sign is ":" or "," && verb > from)
        {
            return verb < last && sign == "," && passage.Tokens[quote.First].IsWord && !passage.Tokens[quote.First].IsCapitalized
                ? null
                : new Attribution(speakers.Subject(passage, from, verb), passage.Folded[verb], Addressees.Find(passage, verb + 1, last));
        }
        if (sign == ":" && speakers.Read(passage, from, last) is { } named)
        {
            return named.Kind != SpeakerKind.Unnamed || isHeadline ? new Attribution(named, null, null) : null;
        }
        var isSentence = quote.End - quote.First >= FewestWords && passage.Tokens[quote.First].IsCapitalized;
        return isSentence && verb > from && (verb == last || passage.Folded[last] is "bahwa")
            ? new Attribution(speakers.Subject(passage, from, verb), passage.Folded[verb], null)
            : null;
    }

    /// <summary>The second half of a quotation that its reporting clause splits.</summary>
    public static Attribution? Between(Passage passage, Quote quote, int from, Attribution? former) =>
        former is not null && quote.First - 2 >= from - 1 && (quote.First - 1 == from || passage.Folded[quote.First - 2] is "," or ";" or ".") ? former with { IsContinued = true } : null;

    /// <summary>Whether nothing but the quotation stands in its sentence.</summary>
    public static bool IsAlone(Passage passage, Quote quote, int from, int to)
    {
        for (var i = from; i < quote.First - 1; i++)
        {
            if (passage.Tokens[i].IsWord)
            {
                return false;
            }
        }
        for (var i = quote.After; i < to; i++)
        {
            if (passage.Tokens[i].IsWord)
            {
                return false;
            }
        }
        return quote.End - quote.First >= FewestWords - 1;
    }

    // "…," undang Duta Besar: a root in small letters and a speaker behind it.
    private static bool IsUnlistedVerb(Passage passage, int at, int limit) =>
        at + 1 < limit && !passage.Tokens[at].IsCapitalized && Stemmer.Default.IsRoot(passage.Tokens[at].Word) && !NoVerbs.Contains(passage.Tokens[at].Word) && !ReportingWords.IsTime(passage.Folded[at])
        && (passage.Tokens[at + 1].IsCapitalized || passage.Folded[at + 1] is "dia" or "juru" or "seorang" or "salah" or "sang" or "presiden" or "menteri");

    private Attribution? SubjectFirst(Passage passage, int at, int limit)
    {
        if (speakers.Read(passage, at, limit) is not { } phrase || phrase.End - at > LongestSubject)
        {
            return null;
        }
        var verb = phrase.End;
        while (verb < limit && passage.Folded[verb] is "juga" or "lalu" or "kemudian" or "pun")
        {
            verb++;
        }
        for (var i = at; i <= Math.Min(verb, limit - 1); i++)
        {
            if (words.IsIntroducing(passage.Tokens[i].Word) && i > at && speakers.Read(passage, at, i) is { } subject)
            {
                return new Attribution(subject, passage.Folded[i], Addressees.Find(passage, i + 1, limit));
            }
        }
        return null;
    }
}
