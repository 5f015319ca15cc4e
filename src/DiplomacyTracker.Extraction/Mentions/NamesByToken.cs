namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>The known names of a sentence by the token that they begin at.</summary>
internal sealed class NamesByToken
{
    private readonly List<GazetteerMatch> _names;

    // One more than the place in the list; 0 where none begins.
    private readonly int[] _at;

    public NamesByToken(List<GazetteerMatch> names, int tokens)
    {
        _names = names;
        _at = names.Count == 0 ? [] : new int[tokens];
        for (var i = 0; i < names.Count; i++)
        {
            _at[names[i].First] = i + 1;
        }
    }

    public bool TryGetValue(int token, out GazetteerMatch match)
    {
        var place = (uint)token < (uint)_at.Length ? _at[token] : 0;
        match = place == 0 ? default : _names[place - 1];
        return place != 0;
    }

    public GazetteerMatch? At(int token) => TryGetValue(token, out var match) ? match : null;

    /// <summary>The place that begins at a token.</summary>
    public bool TryPlace(int token, out GazetteerMatch match) =>
        TryGetValue(token, out match) && match.Entries.Any(entry => entry.Type is EntityType.Place);
}
