namespace DiplomacyTracker.Scraper.Reading;

/// <summary>The word lists of this folder: rows of two columns, comments behind a number sign.</summary>
internal static class ReadingData
{
    public static IEnumerable<(string Word, string Meaning)> Rows(string file)
    {
        using var stream = typeof(ReadingData).Assembly.GetManifestResourceStream(file) ?? throw new InvalidOperationException($"{file} is not part of the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var tab = line.IndexOf('\t', StringComparison.Ordinal);
                yield return (line[..tab], line[(tab + 1)..]);
            }
        }
    }
}
