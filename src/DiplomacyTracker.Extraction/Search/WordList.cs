using System.Reflection;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Search;

/// <summary>Word lists among the data files: words separated by white space, <c>#</c> begins a comment line.</summary>
internal static class WordList
{
    public static WordSet Load(string resource) => WordSet.Of(Words(resource));

    public static IEnumerable<string> Words(string resource) => Lines(resource).SelectMany(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The lines that hold data.</summary>
    public static List<string> Lines(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The word list {resource} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                lines.Add(line);
            }
        }
        return lines;
    }
}
