using System.Reflection;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Knowledge;

/// <summary>
/// The states that towns lie in, by the town's name: some thirty thousand from GeoNames. They tell where an unknown place may lie; names that towns of several states share are left out.
/// </summary>
internal static class Towns
{
    private const string Table = "towns.tsv";

    private static readonly Lazy<Dictionary<string, string?>> States = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Table) ?? throw new InvalidOperationException($"The table {Table} is not part of the program.");
        using var reader = new StreamReader(stream);
        var states = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, state) in TableReader.Read(Table, reader, row => (Name: NormalForm.Fold(row["name"]), State: row["country"])))
        {
            // Two names that only their marks tell apart.
            states[name] = states.TryGetValue(name, out var other) && other != state ? null : state;
        }
        return states;
    });

    /// <summary>Whether a town of the table has this name, in any spelling that folds alike.</summary>
    public static bool Has(string name) => States.Value.ContainsKey(NormalForm.Fold(name));

    /// <summary>The state that has nearly all people in towns of a name, as ISO 3166-1 alpha-2; null where there is none.</summary>
    public static string? StateOf(string name) => States.Value.GetValueOrDefault(NormalForm.Fold(name));
}
