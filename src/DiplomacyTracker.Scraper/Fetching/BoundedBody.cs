namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>Reads a stream up to a limit and never a byte more into memory.</summary>
internal static class BoundedBody
{
    private const int Chunk = 81920;

    /// <summary>The bytes; null where there are more than <paramref name="most"/>.</summary>
    public static byte[]? Read(Stream source, int most)
    {
        using var copy = new MemoryStream();
        using (source)
        {
            var buffer = new byte[Chunk];
            int read;
            while ((read = source.Read(buffer)) > 0)
            {
                if (copy.Length + read > most)
                {
                    return null;
                }
                copy.Write(buffer, 0, read);
            }
        }
        return copy.ToArray();
    }

    /// <summary>The bytes up to the limit, and whether there are more.</summary>
    public static async Task<(byte[] Bytes, bool HasMore)> ReadAsync(Stream source, int most, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[Chunk];
        int read;
        while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            var room = (int)Math.Min(read, most - copy.Length);
            copy.Write(buffer, 0, room);
            if (room < read)
            {
                return (copy.ToArray(), true);
            }
        }
        return (copy.ToArray(), false);
    }
}
