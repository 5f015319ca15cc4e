using DiplomacyTracker.Extraction.Search;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>
/// Tells whether two quotations render one: outlets translate the same foreign sentence in their own words. What they share counts against what each has
/// alone, over content stems, names and numbers; stems that lie near each other (data file) count as shared.
/// </summary>
public static class QuoteGrouper
{
    private const double Enough = 0.62;
    private const double NearWorth = 0.9;

    private static readonly WordSet Empty = WordList.Load("statements/empty-words.txt");

    private static readonly ILookup<string, int> Near = WordList.Lines("statements/synonyms.txt")
        .SelectMany((line, group) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (word, group)))
        .ToLookup(pair => pair.word, pair => pair.group);

    /// <summary>Whether two quotations render one.</summary>
    public static bool IsSame(string a, string b) => IsSame(Content.Of(a), Content.Of(b));

    /// <summary>Quotations that render one, as lists of their places in the input, in its order.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Group(IReadOnlyList<string> quotes)
    {
        var contents = quotes.Select(Content.Of).ToList();
        var groups = new List<List<int>>();
        for (var i = 0; i < contents.Count; i++)
        {
            var home = groups.Find(group => IsSame(contents[group[0]], contents[i]));
            if (home is null)
            {
                groups.Add([i]);
            }
            else
            {
                home.Add(i);
            }
        }
        return groups;
    }

    /// <summary>From 0, nothing in common, to 1, the same content.</summary>
    public static double Likeness(string a, string b) => Likeness(Content.Of(a), Content.Of(b));

    private static bool IsSame(Content a, Content b) => Likeness(a, b) >= Enough;

    private static double Likeness(Content a, Content b)
    {
        // Two figures that differ are two sentences, however alike the rest is.
        if (a.Numbers.Count > 0 && b.Numbers.Count > 0 && !a.Numbers.SetEquals(b.Numbers))
        {
            return 0;
        }
        var size = a.Stems.Count + b.Stems.Count;
        return size > 0 ? (Covered(a, b) + Covered(b, a)) / size : 0;
    }

    private static double Covered(Content of, Content by) =>
        of.Stems.Sum(stem => by.Stems.Contains(stem) ? 1 : Near[stem].Any(by.Groups.Contains) ? NearWorth : 0);

    private sealed record Content(HashSet<string> Stems, HashSet<int> Groups, HashSet<string> Numbers)
    {
        public static Content Of(string quote)
        {
            var (stems, numbers) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
            foreach (var token in Tokenizer.Tokenize(quote).Where(token => token.IsWord))
            {
                var folded = NormalForm.Fold(token.Text);
                if (char.IsAsciiDigit(folded[0]))
                {
                    numbers.Add(folded);
                }
                // Denial turns a sentence round: its words count as one.
                var stem = folded is "tidak" or "tak" or "bukan" or "belum" or "jangan" or "takkan" or "tiada" ? "tidak" : Stemmer.Default.Stem(folded);
                if (!Empty.Contains(folded) && !Empty.Contains(stem))
                {
                    stems.Add(stem);
                }
            }
            return new Content(stems, stems.SelectMany(stem => Near[stem]).ToHashSet(), numbers);
        }
    }
}
