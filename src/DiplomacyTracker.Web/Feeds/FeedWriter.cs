using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;

namespace DiplomacyTracker.Web.Feeds;

/// <summary>Writes one feed in the three forms. Text goes through a writer that escapes it; signs that XML forbids are left out.</summary>
internal static class FeedWriter
{
    private const string AtomSpace = "http://www.w3.org/2005/Atom";

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Atom(FeedDocument feed) => Xml(xml =>
    {
        xml.WriteStartElement("feed", AtomSpace);
        xml.WriteAttributeString("xml", "lang", null, feed.Language.Code);
        Element(xml, "id", feed.IdOf($"topics/{feed.Topic.Slug}"));
        Element(xml, "title", feed.Title);
        Element(xml, "updated", Rfc3339(feed.ChangedAt));
        Link(xml, "self", feed.Self, "application/atom+xml");
        Link(xml, "alternate", new Uri(feed.Home, $"/topics/{feed.Topic.Slug}"), "text/html");
        xml.WriteStartElement("author", AtomSpace);
        Element(xml, "name", "Diplomacy Tracker");
        xml.WriteEndElement();
        foreach (var entry in feed.Entries)
        {
            xml.WriteStartElement("entry", AtomSpace);
            Element(xml, "id", feed.IdOf($"events/{entry.Slug}"));
            Element(xml, "title", feed.TitleOf(entry));
            Element(xml, "updated", Rfc3339(entry.ChangedAt));
            Link(xml, "alternate", new Uri(feed.Home, $"/events/{entry.Slug}"), "text/html");
            Element(xml, "summary", feed.SummaryOf(entry));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });

    public static string Rss(FeedDocument feed) => Xml(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, AtomSpace);
        xml.WriteStartElement("channel");
        Plain(xml, "title", feed.Title);
        Plain(xml, "link", new Uri(feed.Home, $"/topics/{feed.Topic.Slug}").AbsoluteUri);
        Plain(xml, "description", feed.Language[feed.Topic.StandfirstId ?? feed.Topic.TitleId, feed.Topic.StandfirstEn ?? feed.Topic.TitleEn]);
        Plain(xml, "language", feed.Language.Code);
        Plain(xml, "lastBuildDate", Rfc822(feed.ChangedAt));
        xml.WriteStartElement("link", AtomSpace);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteAttributeString("href", feed.Self.AbsoluteUri);
        xml.WriteEndElement();
        foreach (var entry in feed.Entries)
        {
            xml.WriteStartElement("item");
            Plain(xml, "title", feed.TitleOf(entry));
            Plain(xml, "link", new Uri(feed.Home, $"/events/{entry.Slug}").AbsoluteUri);
            xml.WriteStartElement("guid");
            xml.WriteAttributeString("isPermaLink", "false");
            xml.WriteString(feed.IdOf($"events/{entry.Slug}"));
            xml.WriteEndElement();
            Plain(xml, "pubDate", Rfc822(entry.ChangedAt));
            Plain(xml, "description", feed.SummaryOf(entry));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    public static string Json(FeedDocument feed) => JsonSerializer.Serialize(new
    {
        version = "https://jsonfeed.org/version/1.1",
        title = feed.Title,
        home_page_url = new Uri(feed.Home, $"/topics/{feed.Topic.Slug}").AbsoluteUri,
        feed_url = feed.Self.AbsoluteUri,
        language = feed.Language.Code,
        items = feed.Entries.Select(entry => new
        {
            id = feed.IdOf($"events/{entry.Slug}"),
            url = new Uri(feed.Home, $"/events/{entry.Slug}").AbsoluteUri,
            title = feed.TitleOf(entry),
            content_text = feed.SummaryOf(entry),
            date_modified = Rfc3339(entry.ChangedAt),
        }),
    }, Options);

    private static string Xml(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = true }))
        {
            write(xml);
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, AtomSpace, Allowed(text));

    private static void Plain(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Allowed(text));

    private static void Link(XmlWriter xml, string relation, Uri address, string type)
    {
        xml.WriteStartElement("link", AtomSpace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteEndElement();
    }

    private static string Allowed(string text) => text.All(XmlConvert.IsXmlChar) ? text
        : string.Concat(text.EnumerateRunes().Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)));

    private static string Rfc3339(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Rfc822(DateTimeOffset at) => at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000";
}
