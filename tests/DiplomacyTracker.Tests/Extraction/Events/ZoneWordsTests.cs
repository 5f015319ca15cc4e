using DiplomacyTracker.Extraction.Events;

namespace DiplomacyTracker.Tests.Extraction.Events;

/// <summary>The zone that stands behind a date.</summary>
public sealed class ZoneWordsTests
{
    [Theory]
    [InlineData("Rabu (16/7/2025) WIB, kata juru bicara.", "Rabu (16/7/2025", "WIB")]
    [InlineData("Sabtu malam, 21 Juni 2025, waktu Washington, serangan itu diumumkan.", "Sabtu malam, 21 Juni 2025", "Washington")]
    [InlineData("Sabtu (27/9/2025) pukul 20.00 waktu New York sanksi berlaku.", "Sabtu (27/9/2025)", "New York")]
    [InlineData("Jumat (15/8/2025) waktu setempat.", "Jumat (15/8/2025)", "setempat")]
    [InlineData("Minggu (28/9/2025) pukul 00.00 GMT.", "Minggu (28/9/2025", "GMT")]
    [InlineData("Jumat (15/8/2025) di Jakarta, lalu waktu Paris.", "Jumat (15/8/2025)", null)]
    [InlineData("Pada waktu yang sama 15 Agustus", "Pada waktu yang sama 15 Agustus", null)]
    public void A_stated_zone_is_found(string text, string date, string? expected) => Assert.Equal(expected, ZoneWords.After(text, date.Length));
}
