using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>Lets a person's name reach over what a list of names misses: a first name or an initial in front, a part behind a hyphen.</summary>
internal static class PersonEdges
{
    private static readonly WordSet Honorifics = ["dr", "prof", "ir", "drs", "dra", "h", "hj", "kh", "tgk", "st", "jl", "no", "bpk", "sdr", "mr", "mrs", "ms", "ny", "tn", "hc"];

    // Small words that stand inside names of people and nowhere else.
    private static readonly WordSet Particles = ["bin", "binti", "ibn", "de", "la", "del", "da", "dos", "von", "van", "der"];

    public static Candidate Widen(SentenceTokens sentence, Candidate person, TitleWords titles)
    {
        var tokens = sentence.Tokens;
        var (first, end) = (person.First, person.End);
        while (first > 0 && tokens[first - 1].IsCapitalized && tokens[first - 1].Text.Length > 2 && !tokens[first - 1].IsAllCaps && tokens[first].IsCapitalized
            && NameLexicon.Default.IsGivenName(tokens[first - 1].Word) && !titles.IsTitleWord(tokens[first - 1].Folded)
            && !(sentence.KnownOver(first - 1) is { } over && over.First != person.First && over.Entries[0].Type != EntityType.Person))
        {
            first--;
        }
        // "ujar Heo Yoon": another first name before what is known as somebody's short form.
        if (person.Evidence == Evidence.ShortName && person.Count == 1 && first == person.First && first > 1 && IsFirstName(sentence, first - 1, titles))
        {
            first--;
        }
        // "R. Bagas Hapsoro", "Muh. Ibnu Said"; but no academic title.
        if (first > 1 && tokens[first - 1].Text == "." && tokens[first - 2] is { IsCapitalized: true, IsWord: true } initial && initial.Text.Length <= 3
            && initial.End == tokens[first - 1].Start && !Honorifics.Contains(initial.Word) && !titles.IsTitleWord(initial.Folded))
        {
            first -= 2;
        }
        end = EndOf(sentence, person, first, end, titles);
        if (first == person.First && end == person.End)
        {
            return person;
        }
        if (first == person.First && end < person.End)
        {
            return person with { Count = end - first };
        }
        // Another first name is another person, unless the known name has it too.
        var same = person.Entry is { } entry && tokens.Skip(first).Take(end - first).All(token => !token.IsWord || token.Text.Length == 1 || NormalForm.Fold(entry.Name).Contains(token.Folded, StringComparison.Ordinal));
        return person with { First = first, Count = end - first, Entry = same ? person.Entry : null };
    }

    private static int EndOf(SentenceTokens sentence, Candidate person, int first, int end, TitleWords titles)
    {
        var tokens = sentence.Tokens;
        // "Lin Hsin-i"
        if (end + 1 < tokens.Count && tokens[end].Text == "-" && tokens[end].Start == tokens[end - 1].End && tokens[end + 1].Start == tokens[end].End
            && (tokens[end + 1] is { IsWord: true, IsCapitalized: false, Text.Length: <= 5 } || (tokens[end + 1] is { IsWord: true, IsCapitalized: true } && person.Entry is null && !sentence.KnownAt.TryGetValue(end + 1, out _)
                && !(end + 2 < tokens.Count && tokens[end + 2].IsCapitalized)))
            && person.Count > 1)
        {
            end += 2;
        }
        // "Humberto de la Calle", "Musaad bin Mohammed Al Aiban"
        while (person.Entry is null && end + 1 < tokens.Count && Particles.Contains(tokens[end].Word) && !tokens[end].IsCapitalized
            && (tokens[end + 1] is { IsWord: true, IsCapitalized: true } || (end + 2 < tokens.Count && Particles.Contains(tokens[end + 1].Word) && tokens[end + 2] is { IsWord: true, IsCapitalized: true })))
        {
            end += tokens[end + 1].IsCapitalized ? 2 : 3;
            while (end < tokens.Count && tokens[end] is { IsWord: true, IsCapitalized: true, IsAllCaps: false } && !titles.IsTitleWord(tokens[end].Folded))
            {
                end++;
            }
        }
        // "Febrian A. Ruddyard"
        if (end + 1 < tokens.Count && tokens[end].Text == "." && tokens[end - 1] is { Text.Length: 1, IsCapitalized: true } && tokens[end].Start == tokens[end - 1].End && end - first > 1
            && tokens[end + 1] is { IsWord: true, IsCapitalized: true, IsAllCaps: false } && !titles.IsTitleWord(tokens[end + 1].Folded))
        {
            end += 2;
        }
        // "Ferdinand Marcos Jr.": the stop ends the sentence, or is no part of the name.
        while (end - first > 1 && tokens[end - 1].Text == ".")
        {
            end--;
        }
        return end;
    }

    private static bool IsFirstName(SentenceTokens sentence, int at, TitleWords titles)
    {
        var token = sentence.Tokens[at];
        return token is { IsWord: true, IsCapitalized: true, IsAllCaps: false, Text.Length: > 2 } && !titles.IsTitleWord(token.Folded) && !sentence.IsTitleCase
            && sentence.Tokens[at - 1] is { IsWord: true, IsCapitalized: false, Folded: not ("partai" or "universitas" or "pt" or "harian" or "grup" or "kelompok") } or { Text: "," }
            && sentence.KnownOver(at) is null;
    }
}
