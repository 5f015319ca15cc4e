using System.Globalization;
using DiplomacyTracker.Extraction.Events;

namespace DiplomacyTracker.Data.Events;

/// <summary>The words under which claims refer to a meeting that is an event of its own: its series or its place, and the number of its edition where that is said.</summary>
public static class MeetingKey
{
    private const string PlaceWord = "place";

    /// <param name="meeting">A reference with a series or a place.</param>
    public static string Of(SummitReference meeting)
    {
        var name = meeting.Series ?? $"{PlaceWord} {meeting.Place}";
        return meeting.Edition is { } edition ? string.Create(CultureInfo.InvariantCulture, $"{name} {edition}") : name;
    }

    /// <summary>The meeting that a key names.</summary>
    public static SummitReference Read(string key)
    {
        var words = key.Split(' ');
        var isPlace = words[0] == PlaceWord;
        var number = words.Length > (isPlace ? 2 : 1) ? int.Parse(words[^1], CultureInfo.InvariantCulture) : (int?)null;
        return isPlace ? new SummitReference(null, number, null, words[1]) : new SummitReference(words[0], number, null, null);
    }

    /// <summary>All keys that may mean the meeting: with its number, and without.</summary>
    public static IEnumerable<string> AllOf(SummitReference meeting) => new[] { Of(meeting), Of(meeting with { Edition = null }) }.Distinct();
}
