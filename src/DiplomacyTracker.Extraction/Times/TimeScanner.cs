using System.Numerics;
using System.Text.RegularExpressions;

namespace DiplomacyTracker.Extraction.Times;

/// <summary>
/// Finds in one pass over a text where an expression may begin, and tries there the rules that may find it. Most of a news text holds no time, and no rule reads it.
/// </summary>
internal sealed class TimeScanner
{
    // The longest expressions and some room for white space.
    private const int LongestExpression = 160;
    private const int MostSnap = 30;

    // How far behind the beginning of an expression the word stands that its rule cannot do without.
    private static readonly (Needed Kind, int Characters)[] Reach = [(Needed.Month, 50), (Needed.Unit, 30), (Needed.Year, 45), (Needed.NumericDate, 60)];

    private readonly TimeRule[] _rules;
    private readonly ulong[] _needing;
    private readonly Dictionary<string, (ulong Rules, Needed Is)> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (ulong Rules, Needed Is)>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly ulong _digits;
    private readonly int _longestWord;

    // Which lengths with which first and last letter some word has; most words of a text have none of them.
    private readonly ulong[] _outlines;

    public TimeScanner(TimeRule[] rules)
    {
        if (rules.Length > sizeof(ulong) * 8)
        {
            throw new ArgumentException("There are more rules than bits to mark them by.", nameof(rules));
        }
        _rules = rules;
        _needing = Array.ConvertAll(Reach, reach => Marks(rules, rule => rule.Needs == reach.Kind));
        _digits = Marks(rules, rule => rule.Starts.Contains(TimeRule.Digit));
        foreach (var start in rules.SelectMany(rule => rule.Starts).Distinct())
        {
            _words[start] = (Marks(rules, rule => rule.Starts.Contains(start)), Needed.Nothing);
        }
        Note(TimeLexicon.Month, Needed.Month);
        Note(TimeLexicon.Unit, Needed.Unit);
        _longestWord = _words.Keys.Max(word => word.Length);
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _outlines = new ulong[(OutlineOf(_longestWord, '\u001f', '\u001f') / 64) + 1];
        foreach (var word in _words.Keys)
        {
            var outline = OutlineOf(word.Length, word[0], word[^1]);
            _outlines[outline / 64] |= 1ul << (outline % 64);
        }
    }

    /// <summary>What rules find, in the order of the text; matches of one rule do not overlap.</summary>
    public List<(int Rule, Match Match)> Matches(string text)
    {
        var found = new List<(int Rule, Match Match)>();
        var free = new int[_rules.Length];
        var words = Read(text);
        // Where in the list the next word of each kind stands.
        var next = new int[Reach.Length];
        for (var i = 0; i < words.Count; i++)
        {
            var (start, rules, _) = words[i];
            for (var kind = 0; kind < next.Length && rules != 0; kind++)
            {
                next[kind] = Math.Max(next[kind], i);
                while (next[kind] < words.Count && (words[next[kind]].Is & Reach[kind].Kind) == 0)
                {
                    next[kind]++;
                }
                if (next[kind] == words.Count || words[next[kind]].Start - start > Reach[kind].Characters)
                {
                    rules &= ~_needing[kind];
                }
            }
            var end = rules == 0 ? start : End(text, start);
            for (; rules != 0; rules &= rules - 1)
            {
                var rule = BitOperations.TrailingZeroCount(rules);
                if (start >= free[rule] && _rules[rule].MatchAt(text, start, end) is { } match)
                {
                    free[rule] = match.Index + match.Length;
                    found.Add((rule, match));
                }
            }
        }
        return found;
    }

    /// <summary>The figures and words that some rule begins with or needs.</summary>
    private List<(int Start, ulong Rules, Needed Is)> Read(string text)
    {
        var words = new List<(int Start, ulong Rules, Needed Is)>();
        for (var i = 0; i < text.Length;)
        {
            var start = i++;
            if (char.IsAsciiDigit(text[start]))
            {
                while (i < text.Length && char.IsAsciiDigit(text[i]))
                {
                    i++;
                }
                words.Add((start, CutsAWord(text, start) ? 0 : _digits, KindsOf(text, start, i)));
            }
            else if (char.IsLetter(text[start]))
            {
                while (i < text.Length && char.IsLetter(text[i]))
                {
                    i++;
                }
                if (i - start > 1 && i - start <= _longestWord && HasOutline(text, start, i) && _lookup.TryGetValue(text.AsSpan(start, i - start), out var known))
                {
                    words.Add((start, CutsAWord(text, start) ? 0 : known.Rules, known.Is));
                }
            }
        }
        return words;
    }

    // Of a letter the five bits that tell Latin ones apart in either case.
    private static int OutlineOf(int length, char first, char last) => (length << 10) | ((first & 31) << 5) | (last & 31);

    private bool HasOutline(string text, int start, int end)
    {
        var outline = OutlineOf(end - start, text[start], text[end - 1]);
        return (_outlines[outline / 64] >> (outline % 64) & 1) != 0;
    }

    private static Needed KindsOf(string text, int start, int end)
    {
        var isPart = end + 1 < text.Length && text[end] is '/' or '-' or '.' && char.IsAsciiDigit(text[end + 1]);
        return (end - start == 4 ? Needed.Year : Needed.Nothing) | (isPart ? Needed.NumericDate : Needed.Nothing);
    }

    /// <summary>Whether letters or digits stand on both sides of a place.</summary>
    public static bool CutsAWord(string text, int at) => at > 0 && at < text.Length && char.IsLetterOrDigit(text[at]) && char.IsLetterOrDigit(text[at - 1]);

    // A stretch ends at white space, so that it cuts no word.
    private static int End(string text, int start)
    {
        var end = Math.Min(text.Length, start + LongestExpression);
        for (var moved = 0; moved < MostSnap && end < text.Length && !char.IsWhiteSpace(text[end]); moved++)
        {
            end++;
        }
        return end;
    }

    private void Note(string words, Needed kind)
    {
        foreach (var word in words.Split('|'))
        {
            _words[word] = _words.GetValueOrDefault(word) with { Is = kind };
        }
    }

    private static ulong Marks(TimeRule[] rules, Func<TimeRule, bool> where)
    {
        ulong marks = 0;
        for (var rule = 0; rule < rules.Length; rule++)
        {
            marks |= where(rules[rule]) ? 1ul << rule : 0;
        }
        return marks;
    }
}
