using System.Text;
using System.Text.RegularExpressions;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>The headline of an article without the outlet's name: the page's own heading where another place agrees with it, else what the page says of itself.</summary>
internal static partial class TitleReader
{
    private const int Shortest = 12;
    private const int ShortestOfSigns = 4;
    private const char FirstSign = '\u2e80';
    private const int LongestSection = 20;
    private const int Longest = 400;
    private const int MostHeadings = 40;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " › ", " ~ ", " / ", " : ", " -- ", " ⋆ ", " ● ", "｜", "丨", "_", "|", ": "];

    // Names of other programs for the same thing.
    private static readonly string[] OtherNames = ["twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "citation_title", "title", "headline"];

    public static string? Read(PageOutline outline, OutlineWeights weights, PageMetadata meta, IReadOnlyList<string> outlets)
    {
        var stated = new[] { meta.Headline, meta.Meta("og:title"), meta.Meta(OtherNames), outline.Title is { } title ? Whitespace.Collapse(title) : null }
            .OfType<string>().Select(text => WithoutSections(Paging().Replace(text, ""), outlets)).Where(text => text.Length is > 0 and < Longest).ToList();
        var headings = Headings(outline, weights, outlets);
        var heading = headings.Count == 0 ? default((int Index, string Text))
            : stated.Count == 0 || (headings.Count == 1 && headings[0].Text.Length >= Shortest && meta.Headline is null && meta.Meta("og:title") is null) ? headings[0]
            : headings.Select(found => (found.Index, found.Text, Likeness: stated.Max(other => Likeness(found.Text, other)))).MaxBy(found => found.Likeness) is var (index, text, likeness) && likeness >= 0.5 ? (Index: index, Text: text) : default;
        return heading.Text is not null ? WithoutKicker(outline, heading.Index, WithoutOutlet(heading.Text, outlets, stated), [.. stated.Select(other => WithoutOutlet(other, outlets, stated))])
            : stated.Count > 0 ? LesserHeading(outline, stated, outlets) ?? WithoutOutlet(stated[0], outlets, stated)
            : null;
    }

    // "Headline | World | Outlet": what stands between the headline and the outlet's name, behind the same sign, is the section.
    private static string WithoutSections(string title, IReadOnlyList<string> outlets)
    {
        // Headlines have dashes and colons of their own.
        var separator = Array.Find(Separators, sign => !sign.AsSpan().ContainsAny("-–—:_") && title.Split(sign).Length > 2) ?? " | ";
        var parts = title.Split(separator);
        return parts.Length > 2 && parts[0].Length >= Shortest && IsOutlet(parts[^1], outlets) && parts[1..^1].All(part => part.Length <= LongestSection) ? parts[0] : title;
    }

    // A heading's element often holds a kicker too, set apart by its looks alone: the part that is a stated title is the headline, or the stated title that has the kicker with its sign.
    private static string WithoutKicker(PageOutline outline, int heading, string title, IReadOnlyList<string> stated)
    {
        var nodes = outline.Nodes;
        var whole = Plain(title);
        var parts = new List<(string Text, string Plain)>();
        for (var i = heading + 1; i < nodes[heading].End; i++)
        {
            if (nodes[i].Tag != TagKind.Text && outline.TextOf(i) is { Length: > 0 } text && Plain(text) is { Length: > 0 } plain && plain != whole)
            {
                parts.Add((text, plain));
            }
        }
        return parts.Count == 0 ? title : stated.Select(other => Within(other, title, whole, parts)).FirstOrDefault(found => found is not null) ?? title;
    }

    private static string? Within(string stated, string title, string whole, List<(string Text, string Plain)> parts)
    {
        var plain = Plain(stated);
        return plain.Length == 0 ? null
            : plain == whole ? (stated.Length > title.Length ? stated : null)
            : parts.Find(part => part.Plain == plain).Text ?? (parts.Exists(part => whole == part.Plain + plain || whole == plain + part.Plain) ? stated : null);
    }

    // A lesser heading with which a stated title begins is the title: what follows names the section and the outlet.
    private static string? LesserHeading(PageOutline outline, List<string> stated, IReadOnlyList<string> outlets)
    {
        var seen = 0;
        foreach (ref readonly var line in outline.Lines)
        {
            if (line.Kind == Extraction.Text.BlockKind.Heading && line.Length >= Shortest && seen++ < MostHeadings
                && outline.TextOf(line) is var text && !outlets.Any(outlet => Plain(outlet) == Plain(text)) && stated.Exists(title => title.StartsWith(text, StringComparison.OrdinalIgnoreCase)))
            {
                return text;
            }
        }
        return null;
    }

    /// <summary>"Headline - Outlet", "Outlet: Headline": the headline.</summary>
    public static string WithoutOutlet(string title, IReadOnlyList<string> outlets, IReadOnlyList<string> others)
    {
        // A headline of Chinese or Korean signs says in four what others say in twelve letters.
        var shortest = title.AsSpan().ContainsAnyInRange(FirstSign, '\ud7ff') ? ShortestOfSigns : Shortest;
        for (var again = true; again;)
        {
            again = false;
            foreach (var separator in Separators)
            {
                var at = title.LastIndexOf(separator, StringComparison.Ordinal);
                if (at >= shortest && IsOutlet(title[(at + separator.Length)..], outlets) && separator != ": ")
                {
                    (title, again) = (title[..at].TrimEnd(), true);
                }
                else if (at >= shortest && others.Any(other => other.Length == at && title.StartsWith(other, StringComparison.OrdinalIgnoreCase)) && separator != ": ")
                {
                    (title, again) = (title[..at].TrimEnd(), true);
                }
                else if (title.IndexOf(separator, StringComparison.Ordinal) is > 0 and var first && title.Length - first > shortest && IsOutlet(title[..first], outlets))
                {
                    (title, again) = (title[(first + separator.Length)..].TrimStart(), true);
                }
            }
        }
        return title;
    }

    private static List<(int Index, string Text)> Headings(PageOutline outline, OutlineWeights weights, IReadOnlyList<string> outlets)
    {
        var headings = new List<(int Index, string Text)>();
        foreach (var index in outline.TopHeadings)
        {
            if (weights.Furniture(index) is Hint.None or Hint.Navigation or Hint.Credit or Hint.Side && outline.TextOf(index) is { Length: > 0 and < Longest } text && !outlets.Any(outlet => Plain(outlet) == Plain(text)))
            {
                headings.Add((index, text));
            }
        }
        return headings;
    }

    // The share of the heading's words that the other text has, and no less than half of the other way round.
    private static double Likeness(string heading, string other)
    {
        var left = Words(heading);
        var right = Words(other);
        if (left.Count == 0 || right.Count == 0)
        {
            return 0;
        }
        var both = left.Count(right.Contains);
        return Math.Min((double)both / left.Count, 2.0 * both / right.Count);
    }

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split([' ', ',', '.', ':', ';', '!', '?', '"', '\'', '“', '”', '‘', '’', '(', ')', '|', '-', '–', '—', '/'], StringSplitOptions.RemoveEmptyEntries)];

    private static bool IsOutlet(string tail, IReadOnlyList<string> outlets)
    {
        var plain = Plain(tail);
        if (plain.Length is > 2 and < 6 && outlets.Any(outlet => Initials(outlet).EndsWith(plain, StringComparison.Ordinal)))
        {
            return true;
        }
        return plain.Length > 1 && outlets.Any(outlet => Plain(outlet) is { Length: > 1 } name && (name.Length > 2 || name[0] >= FirstSign) && (plain == name || (plain.Length <= 30 && (plain.StartsWith(name, StringComparison.Ordinal) || plain.EndsWith(name, StringComparison.Ordinal) || (plain.Length > 3 && name.StartsWith(plain, StringComparison.Ordinal))))));
    }

    // "The Kabar Contoh Times": "tkct"
    private static string Initials(string outlet) => string.Concat(outlet.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsUpper(word[0])).Select(word => char.ToLowerInvariant(word[0])));

    // Letters and figures; "ü" as hosts spell it.
    private static string Plain(string text)
    {
        if (Ascii.IsValid(text))
        {
            return string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        }
        var spelled = text.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
        return string.Concat(spelled.Normalize(NormalizationForm.FormD).Where(char.IsLetterOrDigit));
    }

    // "… - Halaman 2 - Outlet", "… Halaman all"
    [GeneratedRegex(@"\s*(?:[-–|(]\s*)?\b(?:halaman|page|seite|página|pagina)\s(?:\d{1,2}|all)\b\)?(?=\s*(?:$|[-–|]))", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex Paging();
}
