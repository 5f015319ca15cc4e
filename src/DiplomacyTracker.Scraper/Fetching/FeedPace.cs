using System.Globalization;
using System.Xml;

namespace DiplomacyTracker.Scraper.Fetching;

/// <summary>How often a feed wants to be asked for: RSS's ttl, skipHours and skipDays (both in GMT), and the syndication module's update period.</summary>
internal sealed record FeedPace(TimeSpan? Interval, IReadOnlySet<int> SkippedHours, IReadOnlySet<DayOfWeek> SkippedDays)
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false };

    private static readonly Dictionary<string, TimeSpan> Periods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hourly"] = TimeSpan.FromHours(1), ["daily"] = TimeSpan.FromDays(1), ["weekly"] = TimeSpan.FromDays(7), ["monthly"] = TimeSpan.FromDays(30), ["yearly"] = TimeSpan.FromDays(365),
    };

    public static FeedPace None { get; } = new(null, new HashSet<int>(), new HashSet<DayOfWeek>());

    /// <summary>Reads what stands before the first entry.</summary>
    public static FeedPace Of(string feed)
    {
        var (hours, days) = (new HashSet<int>(), new HashSet<DayOfWeek>());
        TimeSpan? ttl = null, period = null;
        var frequency = 1;
        try
        {
            using var reader = XmlReader.Create(new StringReader(feed), Settings);
            // Reading a broken element's text may leave the reader on the first entry already.
            while (!IsEntry(reader) && reader.Read() && !IsEntry(reader))
            {
                if (reader.NodeType != XmlNodeType.Element || reader.LocalName is not ("ttl" or "hour" or "day" or "updatePeriod" or "updateFrequency"))
                {
                    continue;
                }
                var name = reader.LocalName;
                var text = reader.ReadString().Trim();
                var number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : (int?)null;
                ttl = name == "ttl" && number is { } minutes ? TimeSpan.FromMinutes(minutes) : ttl;
                period = name == "updatePeriod" ? Periods.GetValueOrDefault(text) : period;
                frequency = name == "updateFrequency" && number is > 0 ? number.Value : frequency;
                _ = name == "hour" && number is >= 0 and <= 24 && hours.Add(number.Value % 24);
                _ = name == "day" && Enum.TryParse<DayOfWeek>(text, true, out var day) && days.Add(day);
            }
        }
        catch (XmlException)
        {
            // A broken feed is the feed reader's to report; what was read of its pace holds.
        }
        var updates = period / frequency;
        return new FeedPace(ttl > updates || updates is null ? ttl : updates, hours, days);
    }

    /// <summary>The first moment from <paramref name="at"/> on that the feed does not ask to be left alone in.</summary>
    public DateTimeOffset FirstOpen(DateTimeOffset at)
    {
        var open = at;
        // A feed that skips everything is asked as if it skipped nothing.
        for (var step = 0; step < 7 * 24 && IsSkipped(open); step++)
        {
            open = new DateTimeOffset(open.UtcDateTime.Date.AddHours(open.UtcDateTime.Hour + 1), TimeSpan.Zero);
        }
        return IsSkipped(open) ? at : open;
    }

    private static bool IsEntry(XmlReader reader) => reader.LocalName is "item" or "entry";

    private bool IsSkipped(DateTimeOffset at) => SkippedHours.Contains(at.UtcDateTime.Hour) || SkippedDays.Contains(at.UtcDateTime.DayOfWeek);
}
