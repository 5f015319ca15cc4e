using System.Buffers;
using System.IO.Compression;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>Undoes HTTP's content codings within a limit, and notices data that were cut off: .NET's streams take them for whole.</summary>
internal static class ContentCoding
{
    private const int MostCodings = 2;

    /// <summary>The decoded bytes; null where there are more than allowed.</summary>
    /// <exception cref="InvalidDataException">The data are broken or cut off, or a coding is unknown.</exception>
    public static byte[]? Decode(byte[] body, IReadOnlyList<string> codings, int most)
    {
        var known = codings.Where(coding => !coding.Equals("identity", StringComparison.OrdinalIgnoreCase)).ToList();
        if (known.Count > MostCodings)
        {
            throw new InvalidDataException($"{known.Count} content codings upon each other");
        }
        byte[]? decoded = body;
        foreach (var coding in Enumerable.Reverse(known))
        {
            decoded = decoded is null ? null : coding.ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" => Inflate(decoded, data => new GZipStream(data, CompressionMode.Decompress), most),
                "deflate" when HasZlibHeader(decoded) => Inflate(decoded, data => new ZLibStream(data, CompressionMode.Decompress), most),
                "deflate" => Inflate(decoded, data => new DeflateStream(data, CompressionMode.Decompress), most),
                "br" => Brotli(decoded, most),
                _ => throw new InvalidDataException($"unknown content coding {coding}"),
            };
        }
        return decoded;
    }

    public static bool IsGzip(ReadOnlySpan<byte> body) => body is [0x1f, 0x8b, 0x08, ..];

    // Some servers send bare deflate data where the standard means zlib.
    private static bool HasZlibHeader(byte[] body) => body.Length > 1 && (body[0] & 0x0f) == 8 && ((body[0] << 8) | body[1]) % 31 == 0;

    private static byte[]? Inflate(byte[] body, Func<Stream, Stream> open, int most)
    {
        var decoded = BoundedBody.Read(open(new MemoryStream(body)), most);
        if (decoded is not null && !IsWhole(body, open, decoded.Length))
        {
            throw new InvalidDataException("the compressed data are cut off");
        }
        return decoded;
    }

    // Bytes behind a whole stream are not read; behind a cut-off one they are taken for its continuation and change what comes out, or break it.
    private static bool IsWhole(byte[] body, Func<Stream, Stream> open, int length)
    {
        byte[] probe = [.. body, .. Enumerable.Repeat((byte)0xff, 64)];
        return BoundedBody.Read(open(new MemoryStream(probe)), length)?.Length == length;
    }

    private static byte[]? Brotli(byte[] body, int most)
    {
        var decoder = default(BrotliDecoder);
        using var result = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            var rest = body.AsSpan();
            while (true)
            {
                var status = decoder.Decompress(rest, buffer, out var consumed, out var written);
                if (result.Length + written > most)
                {
                    return null;
                }
                result.Write(buffer, 0, written);
                rest = rest[consumed..];
                switch (status)
                {
                    case OperationStatus.Done:
                        return result.ToArray();
                    case OperationStatus.DestinationTooSmall:
                        continue;
                    default:
                        throw new InvalidDataException(status == OperationStatus.NeedMoreData ? "the compressed data are cut off" : "the compressed data are broken");
                }
            }
        }
        finally
        {
            decoder.Dispose();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
