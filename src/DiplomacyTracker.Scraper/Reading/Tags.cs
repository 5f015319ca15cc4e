using System.Collections.Frozen;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>What an element does to the text inside it.</summary>
internal enum TagKind : byte
{
    Text,
    Inline,
    Link,
    Image,
    Cell,
    Break,
    Block,
    Paragraph,
    Heading,
    Quote,
    List,
    Item,
    Table,
    Row,
    Preformatted,
    Figure,
    Caption,
    Article,
    Root,
    Form,
    Navigation,
    Header,
    Footer,
    Aside,

    // From here on, the words inside are no text of the page.
    Skipped,
    Script,
    Meta,
    HeadLink,
    Title,
}

internal static class Tags
{
    private static readonly FrozenDictionary<string, TagKind> Kinds = new (TagKind Kind, string Names)[]
    {
        (TagKind.Link, "a"),
        (TagKind.Image, "img picture amp-img"),
        (TagKind.Cell, "td th"),
        (TagKind.Break, "br hr"),
        (TagKind.Block, "div section center details summary fieldset dl dt address hgroup head noindex"),
        (TagKind.Paragraph, "p dd"),
        (TagKind.Heading, "h1 h2 h3 h4 h5 h6"),
        (TagKind.Quote, "blockquote"),
        (TagKind.List, "ul ol menu"),
        (TagKind.Item, "li"),
        (TagKind.Table, "table"),
        (TagKind.Row, "tr tbody thead tfoot caption"),
        (TagKind.Preformatted, "pre"),
        (TagKind.Figure, "figure"),
        (TagKind.Caption, "figcaption"),
        (TagKind.Article, "article main"),
        (TagKind.Root, "html body"),
        (TagKind.Form, "form"),
        (TagKind.Navigation, "nav"),
        (TagKind.Header, "header"),
        (TagKind.Footer, "footer"),
        (TagKind.Aside, "aside"),
        (TagKind.Skipped, "style noscript template svg math iframe object embed select option textarea input button video audio canvas map dialog datalist frameset base area progress meter rp rt"),
        (TagKind.Script, "script"),
        (TagKind.Meta, "meta"),
        (TagKind.HeadLink, "link"),
        (TagKind.Title, "title"),
    }.SelectMany(row => row.Names.Split(' ').Select(name => KeyValuePair.Create(name, row.Kind))).ToFrozenDictionary(StringComparer.Ordinal);

    public static TagKind Of(string name) => Kinds.GetValueOrDefault(name, TagKind.Inline);

    public static bool IsBlock(TagKind tag) => tag > TagKind.Break;
}
