using System.Text.RegularExpressions;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Names of people in a byline, without roles, places, dates and addresses.</summary>
internal static partial class AuthorNames
{
    private const int LongestByline = 250;
    private const int LongestName = 50;

    /// <summary>"By Ana Sample and Budi Contoh, Staff Writers": the names.</summary>
    public static IEnumerable<string> In(string text, string language = "")
    {
        if (text.Contains("://", StringComparison.Ordinal) || text.Length > LongestByline)
        {
            yield break;
        }
        var line = Whitespace.Collapse(text);
        var lead = BylineWords.LeadOf(line, language);
        var plain = WithoutPlace(Noise().Replace(line[lead..], " "), line[..lead], language);
        var names = 0;
        foreach (var part in Parts(plain))
        {
            if (OtherHand().IsMatch(part))
            {
                continue;
            }
            var words = Whitespace.Collapse(part);
            words = BylineWords.WithoutBehind(words[BylineWords.LeadOf(words, language)..]);
            // "…, Technology Writers": behind a name, what ends in a role is all of it the role.
            // Behind a name, capitals are its agency.
            if (NoName().IsMatch(words) || BylineWords.IsLead(words) || BylineWords.IsRole(words, isWhole: names == 0) || (names > 0 && Agency().IsMatch(words)))
            {
                continue;
            }
            var name = Trailing().Replace(Role().Replace(words, ""), "").Trim(' ', '.', ',', ':', ';', '-', '–', '—', '|', '/', '(', ')', '[', ']', '"', '*', '•', '·');
            if (name.Length is > 1 and <= LongestName && IsName(name))
            {
                names++;
                yield return name;
            }
        }
    }

    // "Von Ana und Budi, Kota Limas", "Von Ana Contoh, Kota Limas", "By Ana Contoh, Washington": what stands behind the last comma is where they write from, or for whom.
    private static string WithoutPlace(string names, string lead, string language)
    {
        var comma = names.AsSpan().IndexOfAny(',', '|');
        if (comma < 0 || comma != names.AsSpan().LastIndexOfAny(',', '|'))
        {
            return names;
        }
        var (before, behind) = (names[..comma], names[(comma + 1)..].Trim());
        var isPair = Parting().IsMatch(before) || Joined(before).Skip(1).Any();
        var isPlace = lead.Trim().EndsWith("von", StringComparison.OrdinalIgnoreCase)
            || (language is not ("id" or "ms") && !behind.Contains(' ', StringComparison.Ordinal) && before.Trim().Contains(' ', StringComparison.Ordinal));
        return (isPair || isPlace) && !Parting().IsMatch(behind) ? before : names;
    }

    // Behind a dash stands the outlet, or the place from which somebody writes.
    private static IEnumerable<string> Parts(string text) => Parting().Split(text).SelectMany(Joined);

    // "y", "e", "et" and their like part two names of two words each; "Ortega y Gasset" is one.
    private static IEnumerable<string> Joined(string part)
    {
        var at = Joining().Match(part);
        return at.Success && part[..at.Index].Trim().Contains(' ') && part[(at.Index + at.Length)..].Trim().Contains(' ')
            ? Joined(part[(at.Index + at.Length)..]).Prepend(part[..at.Index])
            : [part];
    }

    // One to six words, no figures, and a capital in front where the script has capitals.
    private static bool IsName(string text)
    {
        return text.Count(c => c == ' ') < 6 && !Host().IsMatch(text) && !text.Any(c => char.IsDigit(c) || c is '@' or '#' or '_' or '=' or '{' or '?' or '!')
            && !char.IsLower(text[0]) && text.Any(char.IsLetter) && !NoName().IsMatch(text);
    }

    // "By Ana Contoh on June 17": the word before the date.
    [GeneratedRegex(@"\s+(?:on|at|am|le|el|il|op|den|em|pada)\s*$", RegexOptions.None, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex Trailing();

    [GeneratedRegex(@"^\p{Lu}{2,5}$")]
    private static partial Regex Agency();

    [GeneratedRegex(@"\w\.\p{Ll}{2,}\b", RegexOptions.None, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex Host();

    // Addresses, handles, dates and what stands in brackets.
    [GeneratedRegex(@"\S+@\S+\.\S+|@\w+|\([^)]*\)|(?:follow|ikuti)\s.*$|\s(?:fotos?|photos?|bild(?:er)?|videos?|illustration(?:en|s)?|grafik)\s?:.*$|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}.*$|(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|monday|tuesday|wednesday|thursday|friday|saturday|sunday),?\s.*$|\bon\s+(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b.*$|\b(?:updated|published|posted|diperbarui|terbit|tayang)\b.*$|\p{L}{3,9}\.?\s+\d{1,2},?\s+\d{4}.*$|\d{1,2}\.?\s+\p{L}{3,9}\.?,?\s+\d{4}.*$|\d{1,2}[:.]\d{2}.*$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex Noise();

    [GeneratedRegex(@"\s*[,;|/&•·+]\s*|\s+(?:and|dan|und|og|och|with|bersama|mit|avec|con|для|for)\s+|\s+[-–—]\s+.*$|、|，|\n", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex Parting();

    [GeneratedRegex(@"\s+(?:y|e|et|en|i|и|và|и|та|ve|ja|och|și|és)\s+", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex Joining();

    [GeneratedRegex(@"^\s*(?:[Ee]ditor|[Rr]ed(?=\s*:)|[Rr]edaktur|[Ff]oto|[Pp]hotos?|[Pp]hotographs?|[Ii]llustrations?|[Vv]ideo|(?:[Aa]dditional|[Ff]urther|[Oo]ther) reporting|[Ee]dited|[Ee]diting|[Tt]ranslated|[Tt]ranslation|[Tt]raduit|[Tt]raducción|[Tt]raducido|[Mm]itarbeit|[Dd]isunting|[Dd]iterjemahkan)\b\s*(?:by\b|par\b|por\b|oleh\b|:)?\s*\p{Lu}", RegexOptions.None, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex OtherHand();

    [GeneratedRegex(@"\s+(?:(?:senior|chief|staff|special|political|white house|foreign|national|associate|executive|contributing|diplomatic)\s+)*(?:reporter|writer|editor|correspondent|contributor|columnist|producer|journalist|wartawan|jurnalis|in \p{Lu}\p{L}+)s?\b.*$|\s+(?:of|from|untuk|à|aus|aus der|desde|da)\s+(?:the\s+)?\p{Lu}.*$|\s+(?:envoyée?s? spécia(?:le?|les|ux)|enviad[oa]s? especial(?:es)?|corresponsal(?:es)?|correspondante?s?)\b.*$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex Role();

    [GeneratedRegex(@"^(?:(?:(?:senior|chief|staff|special|political|diplomatic|security|economics?|managing|deputy|news|contributing|associate|freelance|web|digital|business|sports?|tim|foreign|national|breaking news|guest|opinion|assistant|executive|global)\s+)*(?:reporter|writer|editor|correspondent|contributor|columnist|producer|author|journalist|staff|team|redaksi|redaktur|penulis|wartawan|pewarta|jurnalis|admin|administrator|webmaster|newsroom|redaktion|rédaction|redacción|kontributor|photographer|photo|photos|video|jr|sr|phd|md|esq)s?|twitter|facebook|google\+?|instagram|linkedin|email|e-?mail|share|comments?|view|bio|more|read|about|subscribe|unknown|none|null|n/?a|false|true|home|news|article|undefined|editorial|anonymous|guest|user|root|the|see all|by|print|close|follow|tweet|email the author|get author rss feed|mobile|rss|feed|interviews?|opinion|politics|world|sports?|business|tech|technology|movies|.*\b(?:all posts|view all|archive|profile|biography|posts by|articles by|read more|see more|click|copyright|rights reserved|min read|minutes?|ago|yang lalu|updated|published|berita|artikel))$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex NoName();
}
