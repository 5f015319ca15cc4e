namespace DiplomacyTracker.Scraper.Reading;

/// <summary>The words around names in bylines, by the list of them.</summary>
internal static class BylineWords
{
    private const string Before = "before";

    // "dan", "van", "de la"
    private const int LongestSmallWord = 3;
    private const string Aside = "aside";

    private static readonly (string Word, string Place)[] Leads = [.. ReadingData.Rows("bylines.tsv").Where(row => row.Meaning.StartsWith(Before, StringComparison.Ordinal) || row.Meaning is "label" or Aside).OrderByDescending(row => row.Word.Length)];
    private static readonly string[] Roles = [.. Words("role")];
    private static readonly string[] Behind = [.. Words("behind")];

    private static readonly string[] Desks = [.. Words("desk")];

    private static readonly string[] Articles = ["the ", "la ", "le ", "de ", "die ", "der ", "el "];

    /// <summary>Where the names begin: 0 where no word stands before them.</summary>
    public static int LeadOf(string line, string language)
    {
        var start = 0;
        // "Text: Von Ana Contoh"
        for (var again = true; again;)
        {
            again = false;
            foreach (var (word, place) in Leads)
            {
                if (After(line.AsSpan(start), word, place, language) is > 0 and var length)
                {
                    start += length;
                    again = true;
                    break;
                }
            }
        }
        return start;
    }

    /// <summary>A word that stands before names, and no name behind it.</summary>
    public static bool IsLead(string words) => Array.Exists(Leads, lead => words.AsSpan().TrimEnd(" :").Equals(lead.Word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a line is a byline by the word that it begins with: names follow, and no sentence.</summary>
    public static bool OpensByline(string line, string language)
    {
        foreach (var (word, place) in Leads)
        {
            if (After(line, word, place, language) is > 0 and var length)
            {
                return place != Aside && line[length..].Split(',')[0].Split(' ').All(part => part.Length <= LongestSmallWord || !char.IsLower(part[0]));
            }
        }
        return false;
    }

    /// <summary>Whether one of the words is that of a body of people: "Kabar Newsroom", "Redacción Madrid".</summary>
    public static bool IsDesk(string name) => Array.Exists(name.Split(' '), word => Array.Exists(Desks, desk => word.Equals(desk, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A role and nothing else; or, where not the whole is asked for, what ends in one.</summary>
    public static bool IsRole(string words, bool isWhole)
    {
        words = Array.Find(Articles, article => words.StartsWith(article, StringComparison.OrdinalIgnoreCase)) is { } article ? words[article.Length..] : words;
        var singular = words.TrimEnd('s', '.', ',');
        return Array.Exists(Roles, role => words.Equals(role, StringComparison.OrdinalIgnoreCase) || singular.Equals(role, StringComparison.OrdinalIgnoreCase)
            || (!isWhole && (EndsIn(words, role) || EndsIn(singular, role) || words.StartsWith(role + " ", StringComparison.OrdinalIgnoreCase))));
    }

    /// <summary>"홍견본 기자": the name.</summary>
    public static string WithoutBehind(string words)
    {
        foreach (var word in Behind)
        {
            if (words.Length > word.Length + 1 && words.EndsWith(word, StringComparison.Ordinal))
            {
                return words[..^word.Length].TrimEnd();
            }
        }
        return words;
    }

    private static bool EndsIn(string words, string role) => words.Length > role.Length && words.EndsWith(role, StringComparison.OrdinalIgnoreCase) && words[^(role.Length + 1)] is ' ' or '-';

    // The length of the word, its sign and the space behind; 0 where the line begins otherwise.
    private static int After(ReadOnlySpan<char> line, string word, string place, string language)
    {
        if (!line.StartsWith(word, StringComparison.OrdinalIgnoreCase) || (place is not (Before or "label" or Aside) && !place.AsSpan(Before.Length + 1).SequenceEqual(language)))
        {
            return 0;
        }
        var rest = line[word.Length..].TrimStart();
        var hasSign = rest.Length > 0 && rest[0] is ':' or '：' or '／' or '/' or '＝' or '=' or '|' or '｜';
        var names = hasSign ? rest[1..].TrimStart() : rest;
        var hasSpace = names.Length < line.Length - word.Length;
        return names.IsEmpty ? 0
            : hasSign || (place is not ("label" or Aside) && hasSpace && !char.IsLower(names[0])) ? line.Length - names.Length
            : 0;
    }

    private static IEnumerable<string> Words(string place) => ReadingData.Rows("bylines.tsv").Where(row => row.Meaning == place).Select(row => row.Word);
}
