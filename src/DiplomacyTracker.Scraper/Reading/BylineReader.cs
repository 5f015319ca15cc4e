using System.Text.RegularExpressions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>Who wrote an article: names without roles, outlets, dates and addresses.</summary>
internal sealed partial class BylineReader(PageOutline outline, OutlineWeights weights, PageLanguage language, IReadOnlyList<string> outlets)
{
    private const int LongestByline = 125;
    private const int LongestLine = 100;
    private const int LongestClosed = 50;
    private const int LongestWithTitleBehind = 20;
    private const int MostNames = 12;

    private static readonly string[] Addressed = ["article:author", "og:article:author", "author"];

    private static readonly string[] Stated =
        ["author", "article:author", "og:article:author", "article:author_name", "dtk:author", "parsely-author", "sailthru.author", "byl", "byline", "dc.creator", "dcterms.creator", "dc.creator.creator", "citation_author", "cXenseParse:author", "article.author", "authors", "creator", "rbauthors", "content_author", "writer", "mediator_author", "twitter:author"];

    /// <summary>Null where the page names nobody.</summary>
    public string? Read(PageMetadata meta) =>
        Join(meta.Authors.SelectMany(NamesOf))
            ?? Stated.Select(name => Join(All(meta, name).SelectMany(words => NamesOf(Turned(name, words))))).FirstOrDefault(names => names is not null)
            ?? Join(AtAddresses([.. meta.Authors.Concat(Addressed.SelectMany(meta.All)).Where(words => words.StartsWith("http", StringComparison.OrdinalIgnoreCase)).Select(LinkedData.PathOf).Where(path => path.Length > 1)]))
            ?? InElements()
            ?? InLinks()
            ?? InLines()
            ?? Join(meta.Desks.SelectMany(NamesOf));

    /// <summary>"Editor: Budi Contoh": who edited it, where the page says so.</summary>
    public string? Editor()
    {
        foreach (ref readonly var line in outline.Lines)
        {
            if (line.Length is > 8 and < 120 && (weights.Furniture(line.First) & (Hint.Comment | Hint.Related | Hint.Navigation)) == 0
                && EditorLabel().Match(outline.TextOf(line)) is { Success: true } match && NamesOf(match.Groups["name"].Value).FirstOrDefault() is { } editor)
            {
                return editor;
            }
        }
        return null;
    }

    private static IEnumerable<string> All(PageMetadata meta, string name) => meta.All(name).Concat(name is "byl" or "byline" or "writer" && meta.Meta(name) is { } only ? [only] : []);

    // Libraries' names are turned: "Contoh, Ana".
    private static string Turned(string name, string words) =>
        words.Split(", ") is [var family, var given] && (name is "citation_author" || (name.StartsWith("dc", StringComparison.Ordinal) && !family.Contains(' ', StringComparison.Ordinal))) ? $"{given} {family}" : words;

    // Where only the address of an author's page is stated, a link to it says who that is.
    private List<string> AtAddresses(HashSet<string> addresses)
    {
        var nodes = outline.Nodes;
        var names = new List<string>();
        for (var i = 0; addresses.Count > 0 && i < nodes.Length; i++)
        {
            if (nodes[i].Tag == TagKind.Link && outline.Element(i).GetAttribute("href") is { Length: > 1 } href && (href[0] == '/' ? href.Split('#')[0].TrimEnd('/') : LinkedData.PathOf(href)) is var path && addresses.Contains(path) && NamesOf(outline.TextOf(i)).FirstOrDefault(IsPerson) is { } name)
            {
                names.Add(name);
                addresses.Remove(path);
            }
        }
        return names;
    }

    // "Kabar Contoh - Ana Contoh": the outlet before the dash goes, as a place behind one would.
    private IEnumerable<string> NamesOf(string text)
    {
        var dash = text.IndexOf(" - ", StringComparison.Ordinal);
        return AuthorNames.In(dash > 0 && outlets.Any(outlet => OutletNames.Same(text[..dash], outlet)) ? text[(dash + 3)..] : text, language.Name);
    }

    private string? Join(IEnumerable<string> names)
    {
        var people = names.Where(IsPerson).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostNames).ToList();
        return people.Count == 0 ? null : string.Join(", ", people);
    }

    private bool IsPerson(string name) => !BylineWords.IsDesk(name) && !outlets.Any(outlet => OutletNames.Has(name, outlet)) && (outline.Title is not { } title || !OutletNames.Closes(title, name));

    // Elements that are named for an author: the surest, then the first in the order of the page, with those of its kind beside it.
    private string? InElements()
    {
        var heading = outline.TopHeadings.Count > 0 ? outline.TopHeadings[0] : 0;
        var found = outline.Signed.Where(index => !IsUnderPicture(index) && (weights.Furniture(index) & (IsDeclared(outline.Element(index)) ? Hint.Related | Hint.Hidden | Hint.Advert : Hint.Comment | Hint.Related | Hint.Hidden | Hint.Advert | Hint.Share | Hint.Side)) == 0)
            .Select(index => (Index: index, Rank: Rank(index) + (index < heading ? 1 : 0), Names: NamesIn(index).Where(IsPerson).ToList()))
            .Where(found => found.Names.Count > 0).ToList();
        if (found.Count == 0)
        {
            return null;
        }
        var best = found.MinBy(found => found.Rank);
        var names = best.Names;
        var last = best.Index;
        foreach (var next in found.Where(next => next.Rank == best.Rank && next.Index > best.Index))
        {
            if (!AreBeside(last, next.Index))
            {
                break;
            }
            names.AddRange(next.Names);
            last = next.Index;
        }
        return Join(names);
    }

    // Between the headline and the text, what links to a person's page is a name.
    private string? InLinks()
    {
        var nodes = outline.Nodes;
        var names = new List<string>();
        var end = outline.TopHeadings.Count > 0 ? FirstProse() : 0;
        for (var i = end > 0 ? outline.TopHeadings[0] : 0; i < end; i++)
        {
            if (nodes[i].Tag == TagKind.Link && (weights.Furniture(i) & (Hint.Comment | Hint.Related | Hint.Hidden | Hint.Side)) == 0 && AuthorAddress().IsMatch(outline.Element(i).GetAttribute("href") ?? "") && outline.TextOf(i) is { Length: < LongestClosed } text)
            {
                names.AddRange(NamesOf(text));
            }
        }
        return Join(names);
    }

    private int FirstProse()
    {
        foreach (ref readonly var line in outline.Lines)
        {
            if (line.First > outline.TopHeadings[0] && OutlineWeights.IsProse(line) && weights.Furniture(line.First) == Hint.None)
            {
                return line.First;
            }
        }
        return outline.TopHeadings[0];
    }

    private static bool IsDeclared(AngleSharp.Dom.IElement element) => element.GetAttribute("rel") == "author" || element.GetAttribute("itemprop") == "author" || element.GetAttribute("property") is "author" or "schema:author";

    // Who took the picture signs too.
    private bool IsUnderPicture(int index)
    {
        var nodes = outline.Nodes;
        for (var level = 0; level < 4 && index > 0; level++, index = nodes[index].Parent)
        {
            if (nodes[index].Tag is TagKind.Figure or TagKind.Caption || (nodes[index].Hint & Hint.Caption) != 0)
            {
                return true;
            }
        }
        return false;
    }

    private int Rank(int index)
    {
        var element = outline.Element(index);
        var name = $"{element.ClassName} {element.Id}";
        return IsDeclared(element) ? 0
            : name.Contains("byline", StringComparison.OrdinalIgnoreCase) ? 1
            : name.Contains("name", StringComparison.OrdinalIgnoreCase) || BylineWords.LeadOf(outline.TextOf(index), language.Name) > 0 ? 2
            : 4;
    }

    // A byline that links its names says by that where they begin and end.
    private IEnumerable<string> NamesIn(int index)
    {
        var nodes = outline.Nodes;
        var linked = new List<string>();
        var people = new List<string>();
        for (var i = index + 1; i < nodes[index].End; i++)
        {
            if (nodes[i].Tag != TagKind.Text && IsNamed(outline.Element(i)))
            {
                return NamesOf(outline.TextOf(i));
            }
            if (nodes[i].Tag == TagKind.Link && (nodes[i].Hint & (Hint.Share | Hint.Date)) == 0)
            {
                var names = NamesOf(outline.TextOf(i)).ToList();
                linked.AddRange(names);
                if (PersonAddress().IsMatch(outline.Element(i).GetAttribute("href") ?? "") || (nodes[i].Hint & Hint.Author) != 0)
                {
                    people.AddRange(names);
                }
            }
        }
        var text = outline.TextOf(index, between: ", ");
        return people.Count > 0 ? people
            : text.Length > LongestByline ? []
            : linked.Count is 1 or 2 ? linked
            : NamesOf(text);
    }

    // <span itemprop="author"><b itemprop="name">Ana</b> <i itemprop="jobTitle">Reporter</i></span>
    private static bool IsNamed(AngleSharp.Dom.IElement element) => element.GetAttribute("itemprop") == "name" || element.GetAttribute("property") is "name" or "schema:name" or "foaf:name";

    private bool AreBeside(int left, int right)
    {
        var nodes = outline.Nodes;
        var parent = nodes[nodes[left].Parent].Parent;
        return right < nodes[Math.Max(parent, nodes[left].Parent)].End && right - left < 24;
    }

    // "Oleh Ana Contoh", "Penulis: Ana Contoh", "홍견본 기자" on a line of its own.
    private string? InLines()
    {
        var heading = outline.TopHeadings.Count > 0 ? outline.TopHeadings[0] : 0;
        foreach (ref readonly var line in outline.Lines)
        {
            if (line.Length is > LongestLine or < 4 || line.Kind is BlockKind.Caption || (line.EndsSentence && line.Length > LongestClosed) || (weights.Furniture(line.First) & (Hint.Comment | Hint.Related | Hint.Hidden | Hint.Advert)) != 0)
            {
                continue;
            }
            var text = outline.TextOf(line);
            if ((BylineWords.OpensByline(text, language.Name) || (text.Length <= LongestWithTitleBehind && BylineWords.WithoutBehind(text) != text)) && Join(NamesOf(text)) is { } names)
            {
                return names;
            }
            if (line.First > heading && text.Any(char.IsDigit) && text.Split([',', '|', '·', '•', '–', '—']).Skip(1).Select(part => part.Trim()).FirstOrDefault(part => BylineWords.OpensByline(part, language.Name)) is { } named && Join(NamesOf(named)) is { } inside)
            {
                return inside;
            }
            if (language.Name is "zh" or "ja" or "ko" && SignedInside().Match(text) is { Success: true } signed)
            {
                return signed.Groups["name"].Value;
            }
        }
        return null;
    }

    // "来源：样本网　作者：王样本　2025年", "(서울=보기뉴스) 홍견본 기자 =", "홍견본 기자 hong@outlet.example"
    [GeneratedRegex(@"(?:作者|记者|記者|撰文)\s?[：:／]\s*(?<name>[\p{L}·]{2,10})(?!\p{L})|^(?:[\[(（【][^\])）】]{1,30}[\])）】]\s*)?(?<name>\p{IsHangulSyllables}{2,4})\s(?:기자|특파원)(?=\s*[=(\[]|\s+\S+@)", RegexOptions.None, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex SignedInside();

    [GeneratedRegex(@"(?:^|[|/,] ?)(?:editor|redaktur|red)\s*[:：]\s*(?<name>\p{Lu}[^|/,;]{2,40})|\| ?Editor (?<name>\p{Lu}[^|/,;]{2,40})", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex EditorLabel();

    [GeneratedRegex(@"/(?:authors?|contributors?|writers?|reporters?|columnists?|journalists?|penulis|jurnalis|wartawan|kontributor|redaksi|autor(?:es|en)?|auteurs?|autori|firmas?|yazar(?:lar)?|avtor|skribenter?|by)[/=?-]|author=", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex AuthorAddress();

    [GeneratedRegex(@"/(?:authors?|people|profiles?|staff|by|contributors?|writers?|reporters?|users?|columnists?|penulis|reporter|editor|jurnalis|autor(?:es)?|auteurs?|team|journalists?|person|bio|experts?)[/=?-]|author=", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Limit)]
    private static partial Regex PersonAddress();
}
