using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Search;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>The bodies that one article names, by the word that heads their names, so that "kementerian itu" finds its ministry.</summary>
internal sealed class Bodies(Cast cast)
{
    private const int MostLowerWords = 2;

    private static readonly WordSet Heads = WordList.Load("statements/body-heads.txt");

    // "Pemerintah daerah Kotara": small words between a head and the name behind it.
    private static readonly WordSet Between =
        ["luar", "negeri", "daerah", "besar", "kota", "provinsi", "pusat", "federal", "nasional", "sementara", "transisi", "militer", "pertahanan", "keamanan", "perbatasan", "perdagangan", "keuangan", "perunding", "oposisi", "rakyat"];

    private readonly Dictionary<string, List<Named>> _byHead = new(StringComparer.Ordinal);

    /// <summary>Whether a word heads the name of a body: "Pemerintah Sarawela" is no person of the name Sarawela.</summary>
    public static bool IsHead(string folded) => Heads.Contains(folded);

    public static bool IsHead(Word word) => Heads.Contains(word);

    /// <summary>Takes in the bodies that a passage names.</summary>
    public void Note(Passage passage)
    {
        for (var i = 0; i < passage.Count; i++)
        {
            if (!Heads.Contains(passage.Tokens[i].Word))
            {
                continue;
            }
            var end = EndOfName(passage, i);
            if (end > i + 1)
            {
                var named = new Named(passage, i, end);
                foreach (var head in HeadsOf(passage.Folded[i]))
                {
                    if (!_byHead.TryGetValue(head, out var bodies))
                    {
                        _byHead[head] = bodies = [];
                    }
                    bodies.Add(named);
                }
                i = end - 1;
            }
        }
    }

    /// <summary>The body that was last named with a head before a place of the article.</summary>
    public Body? Before(string head, TextSpan at)
    {
        if (_byHead.GetValueOrDefault(head)?.FindLast(named => IsBefore(named.Passage.Span(named.First, named.End), at)) is not { } found)
        {
            return null;
        }
        var (passage, first, end) = found;
        // "Sekretaris Jenderal Dewan Pasifik Lani Tuilagi": behind the body stands whoever speaks for it.
        for (var i = first + 2; i < end - 1; i++)
        {
            if (passage.Tokens[i].IsCapitalized && passage.Folded[i + 1] != "-" && cast.ByName(passage.Folded, i, end) is { Parts.Count: > 1 })
            {
                end = i;
            }
        }
        return new Body(passage.Words(first, end), passage.MentionAt[first]?.Link);
    }

    private static bool IsBefore(TextSpan span, TextSpan at) => span.Part < at.Part || (span.Part == at.Part && span.End <= at.Start);

    /// <summary>Whether a token belongs to the name of the body that a phrase begins with: its state and field, until a title comes ("Dewan Keamanan Nasional Ardovia").</summary>
    public static bool IsInName(Passage passage, int first, int at)
    {
        if (!IsHead(passage.Tokens[first].Word))
        {
            return false;
        }
        for (var i = first + 1; i < at; i++)
        {
            if (TitleWords.IsOffice(passage.Tokens[i].Word) || passage.Folded[i] is "ketua" or "juru" or "kepala" or "direktur" or "," or "melalui")
            {
                return false;
            }
        }
        return true;
    }

    // "Kemlu Vardania" is a "kementerian" as well.
    private static IEnumerable<string> HeadsOf(string head) =>
        head is "kemlu" or "kemenlu" or "kemhan" or "kemenhan" or "kemendag" ? [head, "kementerian"] : head is "kbri" ? [head, "kedutaan"] : [head];

    private static int EndOfName(Passage passage, int at)
    {
        var i = at + 1;
        while (i < passage.Count && passage.MentionAt[at] is { } mention && ReferenceEquals(passage.MentionAt[i], mention))
        {
            i++;
        }
        var lower = i;
        while (lower < passage.Count && lower - i < MostLowerWords && Between.Contains(passage.Tokens[lower].Word) && !passage.Tokens[lower].IsCapitalized)
        {
            lower++;
        }
        // A hyphen may join on what the mention left out.
        var end = Math.Max(Names.EndOfRun(passage, lower, passage.Count), Names.EndOfRun(passage, i - 1, passage.Count));
        return end > lower ? end : i;
    }

    private sealed record Named(Passage Passage, int First, int End);
}

/// <summary>A body as an article names it.</summary>
internal sealed record Body(string Name, EntityLink? Link);
