using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>
/// XML as publishers write it: cut into tags as HTML5 does, nested as the end tags say. Bare ampersands, HTML's entities, undeclared prefixes, crossed
/// and missing end tags are read for what they are worth, and nothing throws. A document type is passed over and none of its entities is ever known.
/// </summary>
internal static class LooseXml
{
    private const int MostDepth = 256;
    private const int MostElements = 600_000;

    public static LooseDocument Read(string text)
    {
        var root = new LooseElement("", "", null);
        var open = root;
        var (depth, elements, hasDoctype, error) = (0, 0, false, default(string));
        using var source = new TextSource(text);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { IsAcceptingCharacterData = true };
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            switch (token.Type)
            {
                case HtmlTokenType.Character:
                    open.Add(token.Data);
                    break;
                case HtmlTokenType.Doctype:
                    hasDoctype = true;
                    break;
                case HtmlTokenType.StartTag when depth < MostDepth && elements < MostElements:
                    var tag = token.AsTag();
                    var child = LooseElement.Of(tag, open);
                    open.Add(child);
                    elements++;
                    if (!tag.IsSelfClosing)
                    {
                        open = child;
                        depth++;
                    }
                    break;
                case HtmlTokenType.StartTag:
                    error = depth < MostDepth ? $"more than {MostElements} elements" : $"nested deeper than {MostDepth} elements";
                    return new LooseDocument(root, hasDoctype, error);
                case HtmlTokenType.EndTag:
                    var (closed, levels) = Enclosing(open, token.Name);
                    if (closed is null)
                    {
                        error ??= $"</{token.Name}> closes nothing";
                        break;
                    }
                    error ??= levels > 1 ? $"</{token.Name}> closes elements that were not ended" : null;
                    (open, depth) = (closed.Parent!, depth - levels);
                    break;
                default:
                    break;
            }
        }
        return new LooseDocument(root, hasDoctype, error ?? (depth > 0 ? $"it ends inside <{open.QualifiedName}>" : null));
    }

    private static (LooseElement? Found, int Levels) Enclosing(LooseElement open, string name)
    {
        var levels = 1;
        for (var element = open; element.Parent is not null; element = element.Parent, levels++)
        {
            if (element.QualifiedName == name)
            {
                return (element, levels);
            }
        }
        return (null, 0);
    }
}

/// <summary>What was read: <paramref name="Error"/> says what was wrong with it, if anything.</summary>
internal sealed record LooseDocument(LooseElement Root, bool HasDoctype, string? Error);
