using System.Runtime.InteropServices;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Statements;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Linking;

/// <summary>What the article calls people: the title right before a name, with the state or body inside it, or an apposition behind the name.</summary>
internal sealed class RoleFinder
{
    private const int MostWordsBefore = 12;

    private readonly Dictionary<string, List<(string[] Words, string Title)>> _titles = new(StringComparer.Ordinal);

    public RoleFinder(KnowledgeBase knowledge)
    {
        foreach (var title in knowledge.Titles.Where(row => row.Kind != "honorific").SelectMany(row => row.TitlesId))
        {
            var words = Tokenizer.Tokenize(title).ConvertAll(token => token.Folded).ToArray();
            if (!_titles.TryGetValue(words[0], out var list))
            {
                _titles[words[0]] = list = [];
            }
            list.Add((words, title));
        }
        foreach (var list in _titles.Values)
        {
            list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        }
    }

    public List<Role> Find(ArticleText article, ArticleTokens tokens, IReadOnlyList<Mention> mentions)
    {
        var roles = new List<Role>();
        var next = 0;
        for (var i = 0; i < tokens.Sentences.Count; i++)
        {
            var sentence = tokens.Sentences[i];
            var inside = Spans.Within(sentence, mentions, mention => mention.Span, ref next);
            foreach (var person in inside.Where(mention => mention.Type == EntityType.Person))
            {
                if (Before(article, sentence, tokens.Of(i), inside, person) is { } role)
                {
                    roles.Add(role);
                }
            }
        }
        return roles;
    }

    private Role? Before(ArticleText article, TextSpan sentence, List<Token> all, List<Mention> inside, Mention person)
    {
        // A mention of an editor may begin inside a word.
        var at = all.FindIndex(token => token.End > person.Span.Start);
        var end = at < 0 ? all.Count : at;
        var tokens = at >= 0 && all[at].Start < person.Span.Start
            ? Tokenizer.Tokenize(article.Of(sentence.Part), sentence.Start, person.Span.Start)
            : all[Math.Max(0, end - MostWordsBefore - 1)..end];
        var folded = tokens.ConvertAll(token => token.Folded);
        var earliest = Math.Max(0, tokens.Count - MostWordsBefore);
        // Nearest title first: "Utusan Khusus Presiden AS Donald Trump, Steve Witkoff" gives the envoy to whoever stands behind the comma.
        for (var i = tokens.Count - 1; i >= earliest; i--)
        {
            if (TitleAt(folded, i) is not { } title)
            {
                continue;
            }
            (i, title) = Widest(folded, i, title, earliest);
            var between = inside.Where(mention => mention.Span.Start >= tokens[i].Start && mention.Span.End <= person.Span.Start).ToList();
            var isApposition = folded[^1] == ",";
            if (between.Exists(mention => mention.Type == EntityType.Person) && !isApposition)
            {
                return null;
            }
            if (between.Exists(mention => mention.Type == EntityType.Person) && i > 0 && TitleAt(folded, i - 1) is null && !HasOuterTitle(folded, i, earliest))
            {
                return null;
            }
            if (isApposition && OuterTitle(folded, i, earliest) is { } outer && between.Exists(mention => mention.Type == EntityType.Person))
            {
                return Make(person, tokens[outer.At].Start, outer.Title, between);
            }
            return Reaches(folded, i + title.Words.Length, between, tokens) ? Make(person, tokens[i].Start, title.Title, between) : null;
        }
        return null;
    }

    // "Perdana Menteri" ends in "Menteri": the title that begins earlier and reaches over this one is meant.
    private (int At, (string[] Words, string Title) Title) Widest(List<string> folded, int at, (string[] Words, string Title) title, int earliest)
    {
        for (var i = Math.Max(earliest, at - 3); i < at; i++)
        {
            if (TitleAt(folded, i) is { } wider && i + wider.Words.Length >= at + title.Words.Length)
            {
                return (i, wider);
            }
        }
        return (at, title);
    }

    private static Role Make(Mention person, int start, string title, List<Mention> between) => new(
        new TextSpan(person.Span.Part, start, person.Span.End),
        person.Link?.Name ?? person.Surface,
        person.Link?.Key,
        title,
        between.Find(mention => mention.Type == EntityType.Country)?.Link?.Key,
        between.Find(mention => mention.Type == EntityType.Organization)?.Link?.Key);

    // Between title and name stand only the state or body, small joining words and a comma.
    private static bool Reaches(List<string> folded, int after, List<Mention> between, List<Token> tokens)
    {
        for (var i = after; i < folded.Count; i++)
        {
            var covered = between.Exists(mention => mention.Span.Start <= tokens[i].Start && tokens[i].End <= mention.Span.End);
            if (!covered && folded[i] is not ("," or "(" or ")" or "untuk" or "republik" or "bidang" or "dan" or "of"))
            {
                return tokens[i].IsCapitalized && i - after < 4;
            }
        }
        return true;
    }

    private bool HasOuterTitle(List<string> folded, int at, int earliest) => OuterTitle(folded, at, earliest) is not null;

    private (int At, string Title)? OuterTitle(List<string> folded, int at, int earliest)
    {
        for (var i = at - 1; i >= earliest; i--)
        {
            if (TitleAt(folded, i) is { } title)
            {
                return (i, title.Title);
            }
        }
        return null;
    }

    private (string[] Words, string Title)? TitleAt(List<string> folded, int at)
    {
        if (!_titles.TryGetValue(folded[at], out var titles))
        {
            return null;
        }
        foreach (var title in titles)
        {
            if (at + title.Words.Length <= folded.Count && CollectionsMarshal.AsSpan(folded).Slice(at, title.Words.Length).SequenceEqual(title.Words))
            {
                return title;
            }
        }
        return null;
    }
}
