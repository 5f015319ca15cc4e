using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>Where a person's name begins and ends within what the model marks as one.</summary>
internal static class PersonSpans
{
    private static readonly WordSet HoldersOfStates =
        ["presiden", "wapres", "pm", "menteri", "menlu", "menhan", "menkeu", "kanselir", "raja", "ratu", "emir", "sultan", "dubes", "utusan", "diplomat", "jubir", "pemimpin", "taoiseach"];

    private static readonly WordSet BehindPersons =
        ["dubes", "menlu", "presiden", "pm", "wapres", "menteri", "sekjen", "jubir", "editor", "penulis", "reporter", "pewarta", "simak", "baca", "lihat"];

    /// <summary>Whether a word behind a person's name is no part of it, though it may have a capital.</summary>
    public static bool EndsAPerson(Word word) => BehindPersons.Contains(word);

    /// <summary>How many tokens the state of an office takes before whoever holds it ("Presiden Turki Erdogan", "PM Kepulauan Cook Mark Brown"); 0 where there is none.</summary>
    public static int StateOfOffice(SentenceTokens sentence, int first, int end) =>
        first > 0 && HoldersOfStates.Contains(sentence.Tokens[first - 1].Word) && sentence.KnownAt.TryGetValue(first, out var state) && first + state.Count < end
        && state.Entries[0] is { Type: EntityType.Country } && sentence.Tokens[first + state.Count] is { IsWord: true, IsCapitalized: true }
            ? state.Count
            : 0;

    /// <summary>The end before words that are no part of the name: "Rizal Sukma Dubes RI", "Hani Anggraini Simak juga", "Ariel Henry Mundur" in a headline.</summary>
    public static int BeforeOtherWords(SentenceTokens sentence, int first, int end)
    {
        for (var i = first + 2; i < end; i++)
        {
            if (EndsAPerson(sentence.Tokens[i].Word))
            {
                return i;
            }
        }
        // "Trump PHK 1.350 Staf" is one word of his.
        return sentence.IsTitleCase && sentence.KnownAt.TryGetValue(first, out var known) && known.Entries[0] is { Type: EntityType.Person } person
            && (!person.IsShort || (first + known.Count < end && sentence.Tokens[first + known.Count].IsAllCaps))
            ? Math.Min(end, first + known.Count)
            : end;
    }

    /// <summary>The first token behind a word that belongs to no name: "Tarif Trump" in a headline.</summary>
    public static int BehindCommonWord(SentenceTokens sentence, int first, int end)
    {
        var known = sentence.Known.Find(match => match.First > first && match.First + match.Count == end && match.Entries.Any(entry => entry.Type == EntityType.Person));
        for (var i = first; i < known.First; i++)
        {
            if (NameLexicon.Default.IsPersonName(sentence.Tokens[i].Word) || sentence.Tokens[i].Text.Length < 3)
            {
                return first;
            }
        }
        return known.Count > 0 ? known.First : first;
    }
}
