using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Linking;

/// <summary>
/// The people of one article by their names. A short form names whoever carries it in full in the article; where two do, the one who is known by it;
/// where that is nobody or both, nobody.
/// </summary>
internal sealed class PersonNames
{
    private static readonly Dictionary<string, string> Abbreviated = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tb"] = "Tubagus", ["muh"] = "Muhammad", ["moh"] = "Mohammad", ["mohd"] = "Mohammad", ["abd"] = "Abdul", ["rd"] = "Raden",
    };

    private readonly Dictionary<string, EntityLink> _full = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EntityLink>> _byPart = new(StringComparer.Ordinal);

    private readonly Func<string, bool> _isOfNote;

    /// <param name="isOfNote">Whether a person, by key, held an office at the time for which a common name alone is enough.</param>
    public PersonNames(IReadOnlyList<FoundMention> found, Func<string, bool> isOfNote)
    {
        _isOfNote = isOfNote;
        var named = found.Where(mention => mention.Candidate.Type == EntityType.Person && mention.Candidate.Count > 1)
            .Select(mention => (Words: Words(mention), Link: Known(mention) ?? New(mention)))
            .Where(name => name.Link is not null && name.Words.Count > 1)
            .DistinctBy(name => string.Join(' ', name.Words)).ToList();
        foreach (var (words, own) in named)
        {
            // "Yahya Staquf" is "Yahya Cholil Staquf" of the same article.
            var longer = own!.Known ? [] : named.Where(other => other.Words.Count > words.Count && IsShortFor(words, other.Words)).Select(other => other.Link!).DistinctBy(link => link.Key).ToList();
            var link = longer.Count == 1 ? longer[0] : own;
            _full[string.Join(' ', words)] = link;
            AddPart(words[^1], link);
            AddPart(words[0], link);
            if (words.Count > 2)
            {
                AddPart(string.Join(' ', words.Skip(1)), link);
                AddPart(string.Join(' ', words.SkipLast(1)), link);
            }
        }
    }

    /// <summary>Whom a mention names, and whether its own article says so in full; null where it says nobody or more than one.</summary>
    public (EntityLink? Link, bool InFull) LinkOf(FoundMention mention)
    {
        if (Known(mention) is { } known)
        {
            return (known, true);
        }
        var name = string.Join(' ', Words(mention));
        if (_full.TryGetValue(name, out var full))
        {
            return (full, true);
        }
        var famous = mention.Candidate.Entry is { } entry ? new EntityLink(entry.Key, entry.Name, entry.Country) : null;
        if (_byPart.TryGetValue(name, out var carriers))
        {
            return (carriers.Count == 1 ? carriers[0] : carriers.Find(link => link.Key == famous?.Key), true);
        }
        if (famous is not null && mention.Candidate.Count == 1 && IsCommon(mention) && !_isOfNote(famous.Key))
        {
            return (null, false);
        }
        return (famous ?? (mention.Candidate.Count > 1 ? New(mention) : null), false);
    }

    public static EntityLink? New(FoundMention found)
    {
        var name = found.Candidate.Type == EntityType.Person ? InFull(found) : found.Surface;
        var slug = NormalForm.Slug(name);
        // One or two letters say nothing about whom they name.
        return slug.Length < 3 ? null : new EntityLink(slug, name, null, Known: false);
    }

    // "Prasetyo" or "Johnson" alone may be anybody.
    private static bool IsCommon(FoundMention mention) => NameLexicon.Default.IsPersonName(mention.Sentence.Tokens[mention.Candidate.First].Word);

    private static EntityLink? Known(FoundMention mention) =>
        mention.Candidate.Entry is { IsShort: false } entry ? new EntityLink(entry.Key, entry.Name, entry.Country) : null;

    private static List<string> Words(FoundMention mention) => [.. Tokenizer.Tokenize(InFull(mention)).Where(token => token.IsWord).Select(token => token.Folded)];

    // "Tb. Hasanuddin" is Tubagus Hasanuddin; an initial is left out; "Bin" within a name is small.
    private static string InFull(FoundMention mention)
    {
        var name = mention.Surface.Replace(" Bin ", " bin ", StringComparison.Ordinal).Replace(" Binti ", " binti ", StringComparison.Ordinal);
        var dot = name.IndexOf(". ", StringComparison.Ordinal);
        return dot is < 1 or > 4 ? name
            : Abbreviated.TryGetValue(name[..dot], out var full) ? $"{full} {name[(dot + 2)..]}"
            : dot == 1 ? name[(dot + 2)..]
            : name;
    }

    private static bool IsShortFor(List<string> words, List<string> longer)
    {
        var at = -1;
        return words.TrueForAll(word => (at = longer.IndexOf(word, at + 1)) >= 0) && (words[0] == longer[0] || words[^1] == longer[^1]);
    }

    private void AddPart(string part, EntityLink link)
    {
        if (!_byPart.TryGetValue(part, out var carriers))
        {
            _byPart[part] = carriers = [];
        }
        carriers.AddOnce(link);
    }
}
