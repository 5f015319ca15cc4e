using DiplomacyTracker.Extraction.Events;

namespace DiplomacyTracker.Tests.Extraction.Events;

/// <summary>Things of a row that are known by their number.</summary>
public sealed class SerialFinderTests
{
    [Theory]
    [InlineData("Uni Eropa mengesahkan paket sanksi ke-19 pada Kamis.", "paket 19")]
    [InlineData("Perundingan putaran ketiga berakhir tanpa hasil.", "putaran 3")]
    [InlineData("Dewan Keamanan menerima Resolusi 2803 dengan 13 suara.", "resolusi 2803")]
    [InlineData("Dewan Keamanan menerima Resolusi Nomor 242.", "resolusi 242")]
    [InlineData("Putaran  ke 12 digelar di Laut Aruma.", "putaran 12")]
    [InlineData("Uni Eropa menyiapkan paket bantuan senilai 2500 euro.", null)]
    [InlineData("Resolusi itu ditolak pada 2025.", null)]
    [InlineData("KTT ASEAN ke-47 dibuka.", null)]
    [InlineData("", null)]
    public void A_numbered_thing_has_its_kind_and_number(string sentence, string? expected) => Assert.Equal(expected, SerialFinder.Find(sentence));
}
