using System.IO.Compression;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>Reads and decompresses a body and stops at a limit, on both sides of the compression.</summary>
internal static class BoundedBody
{
    /// <summary>The decoded bytes; null where there are more than allowed.</summary>
    /// <exception cref="InvalidDataException">The compressed data is broken or cut off, or its encoding is unknown.</exception>
    public static async Task<byte[]?> ReadAsync(Stream raw, ICollection<string> encodings, int most, CancellationToken cancellationToken)
    {
        var body = await CopyAsync(raw, most, cancellationToken);
        foreach (var encoding in encodings.Reverse())
        {
            if (body is null)
            {
                return null;
            }
            var isGzip = encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase) || encoding.Equals("x-gzip", StringComparison.OrdinalIgnoreCase);
            using var compressed = new MemoryStream(body);
            await using Stream decoder = isGzip ? new GZipStream(compressed, CompressionMode.Decompress)
                : encoding.Equals("br", StringComparison.OrdinalIgnoreCase) ? new BrotliStream(compressed, CompressionMode.Decompress)
                : encoding.Equals("deflate", StringComparison.OrdinalIgnoreCase) ? new ZLibStream(compressed, CompressionMode.Decompress)
                : encoding.Equals("identity", StringComparison.OrdinalIgnoreCase) ? compressed
                : throw new InvalidDataException($"unknown content encoding {encoding}");
            var decoded = await CopyAsync(decoder, most, cancellationToken);
            // GZipStream takes a cut-off file for a whole one; the length in the trailer tells.
            if (isGzip && decoded is not null && (body.Length < 18 || BitConverter.ToUInt32(body, body.Length - 4) != (uint)decoded.Length))
            {
                throw new InvalidDataException("the gzip data is cut off");
            }
            body = decoded;
        }
        return body;
    }

    private static async Task<byte[]?> CopyAsync(Stream source, int most, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (copy.Length + read > most)
            {
                return null;
            }
            copy.Write(buffer, 0, read);
        }
        return copy.ToArray();
    }
}
