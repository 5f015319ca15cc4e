using System.Globalization;
using Microsoft.AspNetCore.Connections;

namespace DiplomacyTracker.Newsroom;

/// <summary>A press that keeps the ports of its first start, since an outlet's address is part of its articles' identity.</summary>
public static class KeptPress
{
    private const int Tries = 8;

    /// <param name="file">Holds the first port between starts.</param>
    /// <param name="firstPort">Wins over the file.</param>
    /// <exception cref="IOException">A port that was kept or given is taken.</exception>
    public static async Task<NewsroomServer> StartAsync(string file, int? firstPort, TimeSpan editsAfter, CancellationToken cancellationToken)
    {
        var kept = firstPort ?? (File.Exists(file) && int.TryParse(await File.ReadAllTextAsync(file, cancellationToken), CultureInfo.InvariantCulture, out var port) ? port : null);
        for (var left = Tries; ; left--)
        {
            // Below the range that systems hand out, so that a second start seldom finds one taken.
            var first = kept ?? Random.Shared.Next(20_000, 30_000);
            try
            {
                var newsroom = await NewsroomServer.StartAsync(first, SampleArticles.All, editsAfter, TimeProvider.System, cancellationToken);
                await File.WriteAllTextAsync(file, first.ToString(CultureInfo.InvariantCulture), cancellationToken);
                return newsroom;
            }
            catch (IOException e) when (kept is null && left > 1 && e.InnerException is AddressInUseException)
            {
                continue;
            }
        }
    }
}
