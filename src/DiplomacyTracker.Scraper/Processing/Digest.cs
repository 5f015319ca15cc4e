using System.Security.Cryptography;
using System.Text;

namespace DiplomacyTracker.Scraper.Processing;

/// <summary>A short digest of texts: equal where all of them are equal.</summary>
internal static class Digest
{
    public static string Of(params IEnumerable<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part ?? "\u0001"));
            hash.AppendData([0]);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
