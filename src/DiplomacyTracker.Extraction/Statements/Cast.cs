using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>The people of one article: by the parts of their names, and by what the article calls them.</summary>
internal sealed class Cast(TitleForms abbreviations, NameReader names)
{
    private static readonly WordSet BeforePlaces =
    [
        "di", "ke", "dari", "untuk", "dengan", "pemerintah", "parlemen", "warga", "rakyat", "kepulauan", "laut", "teluk", "negara", "pasukan", "militer", "delegasi", "kedutaan", "presiden", "pulau",
        "perbatasan", "republik", "kerajaan", "negeri", "pertahanan", "menlu", "dubes", "antara", "wilayah", "tentara", "polisi", "ekonomi", "besar", "media",
    ];

    // Words for anybody of some standing: the state behind them says who is meant.
    private static readonly WordSet Anybody = ["pemimpin", "politikus", "politisi", "diplomat", "pejabat", "tokoh", "negarawan", "itu", "tersebut", "ini", "mantan", "untuk", "di", "dari", "asal", "senior", "yang", "dan"];

    private const int MostWordsBefore = 14;
    private const int MostWordsBehind = 14;

    private readonly List<Member> _members = [];
    private readonly Dictionary<string, List<Member>> _byPart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _fullNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _placeLike = new(StringComparer.Ordinal);

    /// <summary>Capitalised words that the article uses as one uses a state or place: "untuk Estavia", "pemerintah Andoria".</summary>
    public IReadOnlySet<string> PlaceLike => _placeLike;

    public void NotePlaces(Passage passage)
    {
        for (var i = 1; i < passage.Count; i++)
        {
            if (passage.Tokens[i].IsCapitalized && BeforePlaces.Contains(passage.Tokens[i - 1].Word) && (i + 1 == passage.Count || !passage.Tokens[i + 1].IsWord || !passage.Tokens[i + 1].IsCapitalized))
            {
                _placeLike.Add(passage.Folded[i]);
            }
        }
    }

    /// <summary>Takes in whom a passage names, and the abbreviations that it explains: "Kementerian Luar Negeri (Kemlu)".</summary>
    public void Read(Passage passage)
    {
        for (var i = 0; i < passage.Count; i++)
        {
            if (passage.Folded[i] == "(" && i > 0 && i + 2 < passage.Count && passage.Folded[i + 2] == ")" && passage.Tokens[i + 1].IsCapitalized && passage.MentionAt[i - 1] is { } named)
            {
                _fullNames.TryAdd(passage.Folded[i + 1], named.Surface.Split(" (")[0]);
            }
            if (NameReader.IsPerson(passage, i) && passage.MentionAt[i] is { } mention)
            {
                var (first, end) = names.Around(passage, i, passage.Count, _placeLike);
                // "Presiden Kalmora": a lone word that stands elsewhere for a state is nobody's name.
                if (end - first > 1 || mention.Link is { Known: true } || !_placeLike.Contains(passage.Folded[first]) || first == 0 || !names.IsTitle(passage.Tokens[first - 1].Word) || _byPart.ContainsKey(passage.Folded[first]))
                {
                    Add(passage, first, end, mention.Link);
                }
                i = Math.Max(i, end - 1);
            }
            else if (UnknownAt(passage, i) is { } run)
            {
                Add(passage, run.First, run.End, null);
                i = run.End - 1;
            }
        }
    }

    /// <summary>Takes in a name that the words around it show.</summary>
    public void Add(Passage passage, int first, int end, EntityLink? link)
    {
        var member = ByName(passage.Folded, first, end);
        if (member is null)
        {
            member = new Member(passage.Words(first, end), passage.Span(first, end));
            _members.Add(member);
            for (var i = first; i < end; i++)
            {
                var part = passage.Folded[i];
                if (!char.IsLetterOrDigit(part[0]))
                {
                    continue;
                }
                member.Parts.Add(part);
                if (!_byPart.TryGetValue(part, out var carriers))
                {
                    _byPart[part] = carriers = [];
                }
                carriers.Add(member);
            }
        }
        member.Link ??= link;
        Describe(passage, first, end, member);
    }

    /// <summary>Whoever carries all parts of a name; of several, whoever was named last.</summary>
    public Member? ByName(List<string> folded, int first, int end)
    {
        if (first >= end || !_byPart.TryGetValue(folded[end - 1], out var carriers))
        {
            return null;
        }
        Member? part = null;
        for (var k = carriers.Count - 1; k >= 0; k--)
        {
            if (!HasAll(carriers[k], folded, first, end))
            {
                continue;
            }
            // A full name goes before a part that was met alone.
            if (carriers[k].Parts.Count > 1)
            {
                return carriers[k];
            }
            part ??= carriers[k];
        }
        return part;
    }

    private static bool HasAll(Member member, List<string> folded, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (char.IsLetterOrDigit(folded[i][0]) && !member.Parts.Contains(folded[i]))
            {
                return false;
            }
        }
        return true;
    }

    public Member? ByName(string name)
    {
        var folded = Tokenizer.Tokenize(name).ConvertAll(token => NormalForm.Fold(token.Text));
        return ByName(folded, 0, folded.Count);
    }

    /// <summary>Whoever the article calls by all of these words; the last one named before, else the first one named after.</summary>
    public Member? ByDescription(IEnumerable<string> words, TextSpan at)
    {
        var asked = words.SelectMany(abbreviations.Expand).Where(word => !Anybody.Contains(word)).ToList();
        var found = asked.Count == 0 ? [] : _members.FindAll(member => asked.TrueForAll(member.Description.Contains));
        if (asked.Count > 1 && found.Count == 0)
        {
            var variants = abbreviations.Variants(asked).ToList();
            found = variants.Count == 0 ? [] : _members.FindAll(member => variants.Exists(variant => variant.TrueForAll(member.Description.Contains)));
        }
        return found.FindLast(member => member.First.Part == at.Part && member.First.Start < at.Start) ?? found.FirstOrDefault();
    }

    /// <summary>The name that the article explains an abbreviation by.</summary>
    public string? FullNameOf(string folded) => _fullNames.GetValueOrDefault(folded);

    // Two capitalised words or more that nobody knows, behind a title: "Duta Besar Sarawela untuk Indonesia Olena Brandusa".
    private (int First, int End)? UnknownAt(Passage passage, int at)
    {
        if (!passage.Tokens[at].IsCapitalized || passage.MentionAt[at] is { Link.Known: true } or { Type: EntityType.Country or EntityType.Summit } || names.IsTitle(passage.Tokens[at].Word))
        {
            return null;
        }
        var end = Names.EndOfRun(passage, at, passage.Count);
        if (end - at < 2 || !HasTitleBefore(passage, at) || HasPerson(passage, at, end))
        {
            return null;
        }
        var first = names.Trim(passage, at, end, _placeLike);
        // Titles go without a word between them and the name's state; a lone pair of capitals is no name.
        return end - first >= 2 && AreUnknown(passage, first, end) ? (first, end) : null;
    }

    // "Penasihat keamanan Estavia Rita Halm": the mention says where the name begins.
    private static bool HasPerson(Passage passage, int first, int end)
    {
        for (var i = first; i + 1 < end; i++)
        {
            if (passage.MentionAt[i] is { Type: EntityType.Person } person && ReferenceEquals(passage.MentionAt[i + 1], person))
            {
                return true;
            }
        }
        return false;
    }

    private bool AreUnknown(Passage passage, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var word = passage.Tokens[i].Word;
            if (passage.MentionAt[i] is { Link.Known: true } || names.IsTitle(word) || Search.Stemmer.Default.IsRoot(word))
            {
                return false;
            }
        }
        return true;
    }

    private bool HasTitleBefore(Passage passage, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 10) && passage.Folded[i] is not ("." or "\"" or "“" or "”"); i--)
        {
            if (names.IsTitle(passage.Tokens[i].Word))
            {
                return true;
            }
        }
        return false;
    }

    private void Describe(Passage passage, int first, int end, Member member)
    {
        for (var i = first - 1; i >= Math.Max(0, first - MostWordsBefore); i--)
        {
            var word = passage.Folded[i];
            if (word is "." or ";" or ":" or "\"" or "“" or "”" || (word == "," && !Enumerable.Range(i + 1, first - i - 1).All(k => names.IsTitle(passage.Tokens[k].Word))) || (passage.MentionAt[i] is { Type: EntityType.Person } other && !ReferenceEquals(other, passage.MentionAt[first])))
            {
                break;
            }
            abbreviations.AddTo(member.Description, word);
        }
        if (member.Description.Contains("dipimpin") || member.Description.Contains("diketuai"))
        {
            member.Description.UnionWith(["ketua", "pemimpin", "pimpinan"]);
        }
        if (end < passage.Count && passage.Folded[end] == ",")
        {
            for (var i = end + 1; i < Math.Min(passage.Count, end + MostWordsBehind) && passage.Folded[i] is not ("," or "." or "\"" or "“"); i++)
            {
                abbreviations.AddTo(member.Description, passage.Folded[i]);
            }
        }
    }
}

/// <summary>One of the people of an article.</summary>
internal sealed class Member(string name, TextSpan first)
{
    /// <summary>The longest form first named.</summary>
    public string Name { get; } = name;

    public TextSpan First { get; } = first;

    public HashSet<string> Parts { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Description { get; } = new(StringComparer.Ordinal);

    public EntityLink? Link { get; set; }
}
