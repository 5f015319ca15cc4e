using DiplomacyTracker.Data.Articles;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>When an article was published, by the place on the page that says it best; never when it was changed, unless nothing else is dated.</summary>
internal static class PublicationReader
{
    private const int LongestVisible = 160;
    private const int LongestAround = 60;
    private const int LongestNear = 90;
    private const Hint NoStamp = Hint.Comment | Hint.Related | Hint.Hidden | Hint.Advert;
    private const int MostVisible = 40;
    private static readonly TimeSpan FarthestFromAddress = TimeSpan.FromDays(3);

    private static readonly string[] Stated =
    [
        "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datePublished", "publishdate", "publish-date", "publish_date", "published_time",
        "published-date", "publication_date", "publicationDate", "pubdate", "jpnncom_news_pubdate", "content_PublishedDate", "parsely-pub-date", "sailthru.date", "cXenseParse:recs:publishtime",
        "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created", "dateCreated", "article.published", "article_date_original", "article.created", "bt:pubdate",
        "citation_publication_date", "citation_date", "displaydate", "ptime", "timestamp", "mediator_published_time", "iso-8601-publish-date", "shareaholic:article_published_time", "og:release_date", "publish_time", "pub_date", "pdate", "datetime", "date", "created", "originalpublicationdate", "rnews:datePublished",
    ];

    private static readonly string[] Changed = ["article:modified_time", "og:updated_time", "dateModified", "lastmod", "last-modified", "dc.date.modified"];

    public static PublishedStamp? Read(PageOutline outline, OutlineWeights weights, PageMetadata meta, PageLanguage language, Uri address, string zone)
    {
        var monthFirst = language.MonthFirst;
        var stated = PageDates.Parse(meta.Published, zone)
            ?? Stated.Select(name => PageDates.Parse(meta.Meta(name), zone, monthFirst)).FirstOrDefault(stamp => stamp is not null);
        return stated is { Confidence: DateConfidence.Exact } ? stated
            : stated is not null ? WithHour(stated, InElements(outline, weights, zone, monthFirst))
            : Visible(outline, weights, PageDates.InAddress(address, zone), zone, monthFirst)
            ?? InDateline(outline, weights, zone)
            ?? ((PageDates.Parse(meta.Modified ?? meta.Meta(Changed), zone) ?? InLines(outline, weights, zone, monthFirst, ofChange: true)) is { } changed ? changed with { Confidence = DateConfidence.Assumed } : null);
    }

    // "Kota Limas, 17 Juni 2025 - …", as the first words of the text.
    private static PublishedStamp? InDateline(PageOutline outline, OutlineWeights weights, string zone)
    {
        foreach (ref readonly var line in outline.Lines)
        {
            if (OutlineWeights.IsProse(line) && weights.Furniture(line.First) == Hint.None)
            {
                return Dateline.DayIn(outline.TextOf(line)) is { } day ? PageDates.Parse(day, zone) : null;
            }
        }
        return null;
    }

    // Many pages state the day in their data and the hour before readers' eyes.
    private static PublishedStamp WithHour(PublishedStamp day, PublishedStamp? seen) =>
        seen is { Confidence: DateConfidence.Exact } && seen.At.Date == day.At.Date ? seen : day;

    // What stands on the page, unless the address says another day: then that was of something else.
    private static PublishedStamp? Visible(PageOutline outline, OutlineWeights weights, PublishedStamp? inAddress, string zone, bool monthFirst) =>
        (NearHeadline(outline, weights, zone, monthFirst) ?? InElements(outline, weights, zone, monthFirst) ?? InLines(outline, weights, zone, monthFirst)) is { } seen
            && (inAddress is null || (seen.At - inAddress.At).Duration() <= FarthestFromAddress) ? seen : inAddress;

    // Between the headline and the text, before what is dated further below.
    private static PublishedStamp? NearHeadline(PageOutline outline, OutlineWeights weights, string zone, bool monthFirst)
    {
        if (outline.TopHeadings.Count == 0)
        {
            return null;
        }
        var (heading, last) = (outline.TopHeadings[0], -1);
        PublishedStamp? seen = null;
        foreach (ref readonly var line in outline.Lines)
        {
            if (line.First <= heading || (weights.Furniture(line.First) & NoStamp) != 0)
            {
                continue;
            }
            if (OutlineWeights.IsProse(line))
            {
                last = line.First;
                break;
            }
            seen ??= line.Length < LongestNear && outline.TextOf(line) is var text && text.Any(char.IsDigit) && !IsOfChange(text) && !text.Contains('©', StringComparison.Ordinal) ? In(text, zone, monthFirst) : null;
        }
        return last < 0 || seen is null ? null : InElements(outline, weights, zone, monthFirst, last) ?? seen;
    }

    // Elements that are named for a date, those outside furniture first, and those that speak of a change last.
    private static PublishedStamp? InElements(PageOutline outline, OutlineWeights weights, string zone, bool monthFirst, int before = int.MaxValue)
    {
        var (best, rank) = ((PublishedStamp?)null, int.MaxValue);
        foreach (var index in outline.Dated.Where(index => index < before).Take(MostVisible))
        {
            var element = outline.Element(index);
            var text = outline.TextOf(index);
            var furniture = weights.Furniture(index);
            if ((furniture & NoStamp) != 0 || text.Length > LongestVisible)
            {
                continue;
            }
            var stamp = PageDates.Parse(element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.GetAttribute("title"), zone, monthFirst) ?? In(text, zone, monthFirst);
            var place = ((element.GetAttribute("itemprop") ?? element.GetAttribute("property"))?.EndsWith("datePublished", StringComparison.Ordinal) == true ? 0 : 2) + (IsOfChange(Around(outline, weights, index) ?? text) || StampWords.IsChange(element.ClassName ?? "") ? 4 : 0)
                + (furniture is Hint.None or Hint.Credit ? 0 : 8) + (stamp?.Confidence == DateConfidence.Exact ? 0 : 1);
            if (stamp is not null && place < rank)
            {
                (best, rank) = (stamp, place);
            }
        }
        return best;
    }

    // "Updated <time>18 June</time>": the word stands beside the element.
    private static string? Around(PageOutline outline, OutlineWeights weights, int index)
    {
        var parent = outline.Nodes[index].Parent;
        return outline.Nodes[index].Tag == TagKind.Inline && parent > 0 && weights.Length(parent) is > 0 and < LongestAround ? outline.TextOf(parent) : null;
    }

    // A short line near the headline that holds a date.
    private static PublishedStamp? InLines(PageOutline outline, OutlineWeights weights, string zone, bool monthFirst, bool ofChange = false)
    {
        var after = outline.TopHeadings.Count > 0 ? outline.TopHeadings[0] : 0;
        PublishedStamp? before = null;
        var seen = 0;
        foreach (ref readonly var line in outline.Lines)
        {
            if (line.Length > LongestVisible || (weights.Furniture(line.First) & (Hint.Comment | Hint.Related | Hint.Hidden | Hint.Advert | Hint.Side)) != 0)
            {
                continue;
            }
            var text = outline.TextOf(line);
            if (!text.Any(char.IsDigit) || (IsOfChange(text) && !ofChange) || text.Contains('©', StringComparison.Ordinal) || In(text, zone, monthFirst) is not { } stamp)
            {
                continue;
            }
            if (line.First > after)
            {
                return seen++ < MostVisible && (line.Length < 90 || before is null) ? stamp : before;
            }
            before = stamp;
        }
        return before;
    }

    private static bool IsOfChange(string text) => StampWords.IsChange(text) && StampWords.BeforeChange(text) is null;

    // The date behind the word for publication or before the one for a change, where a line speaks of both.
    private static PublishedStamp? In(string text, string zone, bool monthFirst) =>
        ((StampWords.Publication(text) ?? StampWords.BeforeChange(text)) is { } published ? PageDates.Parse(published, zone, monthFirst) : null) ?? PageDates.Parse(text, zone, monthFirst);
}
