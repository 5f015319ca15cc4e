using System.Text;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>One Allow or Disallow. Longer patterns win over shorter ones.</summary>
internal sealed class RobotsRule
{
    private readonly bool _toEnd;
    private readonly string[] _pieces;
    private readonly string _octets;

    public RobotsRule(string octets, bool allow)
    {
        var pattern = RobotsPath.Normalize(octets);
        _octets = octets;
        Allow = allow;
        Length = pattern.Length;
        _toEnd = pattern.EndsWith('$');
        _pieces = (_toEnd ? pattern[..^1] : pattern).Split('*');
    }

    public bool Allow { get; }

    public int Length { get; }

    /// <summary>The rule as the file has it.</summary>
    public string Text => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(_octets));

    /// <summary>
    /// Matches from the first octet on; "*" stands for anything, a closing "$" for the end. Each piece between stars is taken where it first occurs: an earlier end never hurts what follows,
    /// so nothing is tried twice, and no pattern can make this slow.
    /// </summary>
    public bool Matches(string path)
    {
        if (!path.StartsWith(_pieces[0], StringComparison.Ordinal))
        {
            return false;
        }
        var at = _pieces[0].Length;
        for (var i = 1; i < _pieces.Length; i++)
        {
            if (_toEnd && i == _pieces.Length - 1)
            {
                return path.Length - at >= _pieces[i].Length && path.EndsWith(_pieces[i], StringComparison.Ordinal);
            }
            var next = path.IndexOf(_pieces[i], at, StringComparison.Ordinal);
            if (next < 0)
            {
                return false;
            }
            at = next + _pieces[i].Length;
        }
        return !_toEnd || at == path.Length;
    }
}
