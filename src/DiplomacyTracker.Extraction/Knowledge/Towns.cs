using DiplomacyTracker.Extraction.Search;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Knowledge;

/// <summary>
/// The states that towns lie in, by the town's name: some thirty thousand from GeoNames. They tell where an unknown place may lie, and name nothing by themselves.
/// </summary>
internal static class Towns
{
    private static readonly Lazy<Dictionary<string, string?>> States = new(() =>
    {
        var states = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var line in WordList.Lines("towns.tsv").Skip(1))
        {
            var (name, state) = (NormalForm.Fold(line[..line.IndexOf('\t', StringComparison.Ordinal)]), line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..]);
            // Two names that only their marks tell apart.
            states[name] = states.TryGetValue(name, out var other) && other != state ? null : state;
        }
        return states;
    });

    /// <summary>Whether a town has this name.</summary>
    public static bool Has(string folded) => States.Value.ContainsKey(folded);

    /// <summary>The state that has nearly all people in towns of a name, as ISO 3166-1 alpha-2; null where there is none.</summary>
    public static string? StateOf(string name) => States.Value.GetValueOrDefault(NormalForm.Fold(name));
}
