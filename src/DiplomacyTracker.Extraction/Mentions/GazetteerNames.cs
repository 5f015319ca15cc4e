using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>Decides what a known name stands for where it stands: a seat for its government or the city, a body or its building, a state or a part of it.</summary>
internal static class GazetteerNames
{
    private static readonly WordSet Directions = ["selatan", "utara", "timur", "barat", "tenggara"];
    private static readonly WordSet Honorifics = ["datuk", "dato", "seri", "tun", "ayatollah", "ayatullah", "bapak", "ibu", "pak", "bu", "haji", "dr", "prof"];

    private static readonly WordSet RepublicWords = ["islam", "arab", "rakyat", "demokratik", "federal", "sosialis", "bolivarian"];

    public static Candidate? Resolve(SentenceTokens sentence, GazetteerMatch match, int[] tags)
    {
        if (match.First > 0 && sentence.Folded[match.First - 1] is "bahasa" or "berbahasa")
        {
            return null;
        }
        if (match.Count == 1 && (sentence.IsSaidTwice(match.First + 1) || sentence.IsPlayer(match.First)))
        {
            return null;
        }
        match = WithoutHonorific(sentence, match);
        var seat = match.Entries.FirstOrDefault(entry => entry.IsSeat);
        var place = match.Entries.FirstOrDefault(entry => entry.Type == EntityType.Place);
        if (seat is not null && (place is null || Metonyms.IsGovernment(sentence, match.First, match.Count)))
        {
            return new Candidate(match.First, match.Count, EntityType.Country, Evidence.Gazetteer, seat);
        }
        var entry = match.Entries.FirstOrDefault(entry => !entry.IsShort && !entry.IsSeat) ?? match.Entries[0];
        if (place is not null && entry.Type == EntityType.Country && match.First > 1 && sentence.Folded[match.First - 1] == "bagian")
        {
            // "negara bagian Georgia"
            return new Candidate(match.First, match.Count, EntityType.Place, Evidence.Gazetteer, place);
        }
        var agency = match.Entries.FirstOrDefault(other => other.Type == EntityType.Organization);
        if (agency is not null && place is not null)
        {
            // The White House and the Kremlin act, or somebody is there.
            entry = IsBehindPreposition(sentence, match.First) ? place : agency;
        }
        if (entry.Type == EntityType.Place && match.Count == 1 && entry.IsCommonWord && !IsBehindPreposition(sentence, match.First) && !IsBesideComma(sentence, match.First))
        {
            return null;
        }
        return entry.Type switch
        {
            EntityType.Summit => null,
            EntityType.Country => OfState(sentence, match, entry),
            // The model has read the sentence: where it is sure of another kind of name, a short form of a person does not stand.
            EntityType.Person when entry.IsShort => tags[match.First] is 3 or 4 or 5 or 6
                ? null
                : new Candidate(match.First, match.Count, EntityType.Person, Evidence.ShortName, match.Entries.Count(e => e.IsShort) == 1 ? entry : null),
            _ => new Candidate(match.First, match.Count, entry.Type, Evidence.Gazetteer, entry),
        };
    }

    // "Negara Palestina" is "Palestina", "Datuk Seri Anwar Ibrahim" is "Anwar Ibrahim", "Sungai Nil" is "Nil".
    private static GazetteerMatch WithoutHonorific(SentenceTokens sentence, GazetteerMatch match)
    {
        var (first, end) = (match.First, match.First + match.Count);
        // "Sri Sultan Hamengku Buwono"
        first += match.Count > 2 && sentence.Folded[first] == "sri" && sentence.Folded[first + 1] == "sultan" ? 2 : 0;
        var type = match.Entries[0].Type;
        while (first < end - 1 && ((type == EntityType.Country && sentence.Folded[first] == "negara") || (type == EntityType.Person && Honorifics.Contains(sentence.Tokens[first].Word)) || (type == EntityType.Place && sentence.Folded[first] == "sungai")
            || (type == EntityType.Organization && sentence.Tokens[first].Text == "kelompok")))
        {
            first++;
        }
        return match with { First = first, Count = end - first };
    }

    private static bool IsBesideComma(SentenceTokens sentence, int at) =>
        (at > 0 && sentence.Tokens[at - 1].Text == ",") || (at + 1 < sentence.Tokens.Count && sentence.Tokens[at + 1].Text is "," or "(" or "-");

    private static Candidate OfState(SentenceTokens sentence, GazetteerMatch match, GazetteerEntry entry)
    {
        var end = match.First + match.Count;
        // "Lebanon selatan" is a part of the state, "Timur Tengah" behind a state is not.
        if (end < sentence.Folded.Count && Directions.Contains(sentence.Tokens[end].Word) && match.Count + match.First == end
            && !(end + 1 < sentence.Folded.Count && sentence.Folded[end + 1] == "tengah") && sentence.Tokens[match.First].Text.Length > 3)
        {
            var name = $"{sentence.Tokens[end - 1].Text} {sentence.Tokens[end].Text}";
            return new Candidate(match.First, match.Count + 1, EntityType.Place, Evidence.Gazetteer, new GazetteerEntry(EntityType.Place, NormalForm.Slug(name), name, entry.Country));
        }
        var first = match.First;
        while (first > 0 && RepublicWords.Contains(sentence.Tokens[first - 1].Word) && sentence.Tokens[first - 1].IsCapitalized)
        {
            first--;
        }
        return first > 0 && sentence.Folded[first - 1] == "republik" && sentence.Tokens[first - 1].IsCapitalized
            ? new Candidate(first - 1, end - first + 1, EntityType.Country, Evidence.Gazetteer, entry)
            : new Candidate(match.First, match.Count, EntityType.Country, Evidence.Gazetteer, entry);
    }

    private static bool IsBehindPreposition(SentenceTokens sentence, int first) =>
        first > 0 && sentence.Folded[first - 1] is "di" or "ke" or "dari" or "menuju" or "kota" or "kabupaten";
}
