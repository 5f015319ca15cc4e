using System.Globalization;

namespace DiplomacyTracker.Web.Pages.Shared;

/// <summary>Where a page of a timeline begins: after the event of this day and id. Undated events come last.</summary>
public readonly record struct PageKey(DateOnly? Day, long Id)
{
    /// <summary>Null where the text is no key; a page with a bad key is the first page.</summary>
    public static PageKey? Parse(string? text)
    {
        var parts = text?.Split('_');
        if (parts is not [var day, var id] || !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }
        return day == "x" ? new PageKey(null, number)
            : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? new PageKey(on, number)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "x"}_{Id}");
}
