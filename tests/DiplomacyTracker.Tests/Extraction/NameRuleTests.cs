using DiplomacyTracker.Extraction.Mentions;

namespace DiplomacyTracker.Tests.Extraction;

public sealed class NameRuleTests
{
    [Theory]
    [InlineData("Laporan itu dibuat Organisasi Kesehatan Dunia (WHO) kemarin.", "Organisasi Kesehatan Dunia|WHO")]
    [InlineData("Mereka bertemu di Suriah utara.", "Suriah utara")]
    [InlineData("Dubes RI untuk Senegal10. Budi Santoso, Dubes RI untuk Kuba", "RI|Senegal|Budi Santoso|RI|Kuba")]
    [InlineData("Dia fasih berbahasa Inggris dan bahasa Jerman.", "")]
    [InlineData("Mereka mengakui Negara Palestina.", "Palestina")]
    [InlineData("Presiden Republik Arab Mesir hadir.", "Republik Arab Mesir")]
    [InlineData("KBRI Kairo membuka posko.", "KBRI Kairo")]
    [InlineData("Menurut Militer Israel, serangan itu gagal.", "Israel")]
    [InlineData("Menteri itu menyebut strategi Canberra keliru.", "Canberra")]
    [InlineData("Sidang membahas KTT ke-20 Asia Timur.", "KTT ke-20 Asia Timur")]
    [InlineData("Keputusan diambil pada pertemuan puncak di Brussel, Belgia.", "pertemuan puncak di Brussel|Belgia")]
    [InlineData("RIYADH – Organisasi Kerja Sama Islam berkumpul.", "RIYADH|Organisasi Kerja Sama Islam")]
    [InlineData("Presiden Turki Erdogan dan PM Kepulauan Solomon Jeremiah Manele hadir.", "Turki|Erdogan|Kepulauan Solomon|Jeremiah Manele")]
    [InlineData("Emir Qatar Sheikh Tamim bin Hamad Al Thani hadir.", "Qatar|Tamim bin Hamad Al Thani")]
    [InlineData("Menurut Ratih A. Pramesti, rapat berjalan.", "Ratih A. Pramesti")]
    [InlineData("Editor: Prita Anggarwulan Simak juga rekaman ini.", "Prita Anggarwulan")]
    [InlineData("Jalan itu ditutup Polda Jawa Barat kemarin.", "Polda Jawa Barat")]
    [InlineData("Sidang menandai hubungan ASEAN-Selandia Baru.", "ASEAN|Selandia Baru")]
    [InlineData("Presiden menghadiri pertemuan para pemimpin Forum Kepulauan Pasifik.", "pertemuan para pemimpin Forum Kepulauan Pasifik")]
    [InlineData("Sidang membahas KTT Luar Biasa itu.", "KTT Luar Biasa")]
    [InlineData("Konsulat Jenderal Republik Indonesia (KJRI) Osaka membuka posko.", "Konsulat Jenderal Republik Indonesia (KJRI) Osaka")]
    [InlineData("Pesawat Samudra Airlines mendarat.", "Samudra Airlines")]
    [InlineData("Perjanjian itu melibatkan Kementerian Pertahanan RI dan Turkish Aerospace Industries.", "Kementerian Pertahanan RI|Turkish Aerospace Industries")]
    [InlineData("Keputusan itu diambil Dewan Keamanan dan Pertahanan Nasional Ukraina kemarin.", "Dewan Keamanan dan Pertahanan Nasional Ukraina")]
    [InlineData("Kapal asing memasuki zona ekonomi eksklusif (ZEE) Indonesia kemarin.", "Indonesia")]
    [InlineData("Menteri Haji dan Umrah Arab Saudi Tawfiq F. Al-Rabiah hadir.", "Arab Saudi|Tawfiq F. Al-Rabiah")]
    [InlineData("Rombongan melihat awak kapal Henry kemarin.", "")]
    [InlineData("Rombongan menemui nakhoda kapal Budi Santoso kemarin.", "Budi Santoso")]
    [InlineData("Putusan itu disambut Mahkamah Konstitusi dan Presiden Prabowo Subianto.", "Mahkamah Konstitusi|Prabowo Subianto")]
    [InlineData("Ia fasih berbahasa Korea.", "")]
    [InlineData("Kami menunggu jawaban dari Anda.", "")]
    [InlineData("Pasar saham di Asia melemah.", "")]
    [InlineData("Foto itu diambil kemarin (AFP/Getty Images).", "AFP")]
    [InlineData("Israel menyerang pertemuan para pemimpin Hamas kemarin.", "Israel|Hamas")]
    [InlineData("Solidaritas Indonesia terhadap Palestina tetap kuat.", "Indonesia|Palestina")]
    [InlineData("Pilihan Editor: Siapa Saja yang Menginap Pekan Ini", "")]
    [InlineData("Tim itu dipimpin Humberto de la Calle kemarin.", "Humberto de la Calle")]
    [InlineData("Timor Leste menjadi anggota ASEAN ke-11 kemarin.", "Timor Leste|ASEAN")]
    [InlineData("Para pemimpin menutup Forum Kepulauan Pasifik ke-50 kemarin.", "Forum Kepulauan Pasifik ke-50")]
    [InlineData("Perundingan COP26 berlanjut kemarin.", "COP26")]
    [InlineData("Asrama itu dekat Bandara Internasional Khartoum.", "Bandara Internasional Khartoum")]
    [InlineData("Sekretaris Perhimpunan Produsen Alas Kaki Nusantara hadir.", "Perhimpunan Produsen Alas Kaki Nusantara")]
    [InlineData("Mereka menyambut Raja Willem-Alexander dan Ratu Maxima kemarin.", "Willem-Alexander|Maxima")]
    [InlineData("Minyak itu datang dari Novorossiysk kemarin.", "Novorossiysk")]
    [InlineData("Simak Detik-detik kedatangan mereka. [Gambas:Video CNN]", "")]
    public void The_shortest_stretch_that_names_the_thing_is_the_mention(string text, string surfaces) =>
        Assert.Equal(surfaces, string.Join('|', Some.Tagged(text).Mentions.Select(mention => mention.Surface)));

    [Theory]
    [InlineData("JAKARTA, HARIAN.com - Presiden Prabowo Subianto tiba.")]
    [InlineData("HARIAN.CO, Jakarta - Presiden Prabowo Subianto tiba.")]
    public void A_dateline_has_a_place_and_no_outlet(string text) =>
        Assert.Equal([EntityType.Place, EntityType.Person], Some.Tagged(text).Mentions.Select(mention => mention.Type));

    [Theory]
    [InlineData("Presiden AS Donald Trumpdatang kemarin.", "AS|Donald Trump")]
    [InlineData("Menlu AS Antony Blinkenserta utusan Prancis hadir.", "AS|Antony Blinken|Prancis")]
    [InlineData("Prancismenyambut mereka.", "Prancis")]
    [InlineData("Bulan Ramadan dibahas Yordania.", "Yordania")]
    public void A_name_is_found_where_the_space_behind_it_was_lost(string text, string surfaces) =>
        Assert.Equal(surfaces, string.Join('|', Some.Tagged(text).Mentions.Where(mention => mention.Link is { Known: true }).Select(mention => mention.Surface)));

    [Theory]
    [InlineData("Delegasi Bamako, Ouagadougou, dan Conakry tiba.", EntityType.Country, 3)]
    [InlineData("Menurut pengamat, Moskow dan Beijing sama-sama menolak.", EntityType.Country, 2)]
    [InlineData("New Delhi menjadi tuan rumah sidang itu.", EntityType.Country, 1)]
    [InlineData("Mereka mencabut sanksi atas Damaskus.", EntityType.Country, 1)]
    [InlineData("Usulan itu ditolak Moskow.", EntityType.Country, 1)]
    [InlineData("Kekosongan yang ditinggalkan Paris terasa.", EntityType.Country, 1)]
    [InlineData("Ekspor itu memerlukan izin Washington.", EntityType.Country, 1)]
    [InlineData("Beijing berpegang pada usulan itu.", EntityType.Country, 1)]
    [InlineData("Langkah itu menguntungkan Moskow.", EntityType.Country, 1)]
    [InlineData("Serangan itu menghancurkan Damaskus.", EntityType.Place, 1)]
    [InlineData("Suhu tertinggi tercatat di Moskow, diikuti Beijing.", EntityType.Place, 2)]
    [InlineData("Pasukan itu mempertahankan Kyiv.", EntityType.Place, 1)]
    [InlineData("Serangan atas Damaskus berlanjut.", EntityType.Place, 1)]
    [InlineData("Mereka terbang dari Moskow dan Beijing.", EntityType.Place, 2)]
    [InlineData("Sidang digelar di Kairo, Doha, dan Amman.", EntityType.Place, 3)]
    public void A_capital_acts_or_is_a_place(string text, EntityType type, int count) =>
        Assert.Equal(Enumerable.Repeat(type, count), Some.Tagged(text).Mentions.Select(mention => mention.Type));

    [Fact]
    public void Korea_alone_is_one_of_two_states_and_linked_to_none()
    {
        var mention = Assert.Single(Some.Tagged("Perang Korea belum usai.").Mentions);

        Assert.Equal((EntityType.Country, null), (mention.Type, mention.Link));
    }

    [Theory]
    [InlineData("Delegasi Niger hadir.\nPedagang bawang di Tahoua mengeluh.", "Tahoua", "NE")]
    [InlineData("Delegasi Chad hadir.\nPedagang bawang di Tahoua mengeluh.", "Tahoua", null)]
    public void A_town_lies_in_the_state_of_its_name_where_the_article_speaks_of_that_state(string text, string town, string? state) =>
        Assert.Equal(state, Assert.Single(Some.Tagged(text).Mentions, mention => mention.Surface == town).Link?.Country);

    [Fact]
    public void A_street_lies_where_the_article_is() =>
        Assert.Equal("GE", Assert.Single(Some.Tagged("TBILISI - Massa memadati Jalan Rustaveli.").Mentions, mention => mention.Surface == "Jalan Rustaveli").Link?.Country);

    [Fact]
    public void A_surname_is_a_person_where_the_article_has_the_name_in_full() =>
        Assert.Equal(
            [EntityType.Person],
            Some.Tagged("Presiden Kirgistan Sadyr Japarov tiba.\nBeberapa hari sebelumnya, Japarov, Mirziyoyev, dan Rahmon berkumpul.").Mentions
                .Where(mention => mention.Surface == "Japarov").Select(mention => mention.Type));

    [Fact]
    public void An_abbreviation_of_three_letters_is_explained_too() =>
        Assert.Equal("paris-saint-germain", Assert.Single(Some.Tagged("Klub Paris Saint-Germain (PSG) bertanding.").Mentions, mention => mention.Surface == "PSG").Link?.Key);

    [Fact]
    public void An_abbreviation_in_brackets_names_its_body_from_then_on()
    {
        var mentions = Some.Tagged("Forum Sungai Lestari Dunia (FSLD) berkumpul.\nMenurut FSLD, hasilnya baik.").Mentions;

        Assert.Equal(["Forum Sungai Lestari Dunia", "FSLD", "FSLD"], mentions.Select(mention => mention.Surface));
        Assert.Single(mentions.Select(mention => mention.Link?.Key).Distinct());
    }

    [Fact]
    public void What_reports_is_no_place() =>
        Assert.Equal(
            [EntityType.Organization, EntityType.Organization],
            Some.Tagged("Simak artikel lainnya di Lubang.\nNamun Lubang mencatat bahwa Rusia tidak hadir.").Mentions.Where(mention => mention.Surface == "Lubang").Select(mention => mention.Type));

    [Fact]
    public void Initials_of_withheld_names_are_no_mentions() =>
        Assert.DoesNotContain(Some.Tagged("Seorang warga berinisial AP ditahan. Keluarga AP menunggu.").Mentions, mention => mention.Surface == "AP");

    [Fact]
    public void A_common_name_alone_is_not_forced_onto_a_known_person() =>
        Assert.Null(Assert.Single(Some.Tagged("Menurut Prasetyo, rapat itu ditunda.").Mentions).Link);

    [Fact]
    public void A_short_name_goes_to_the_one_who_is_known_by_it()
    {
        var links = Some.Tagged("Presiden Prabowo Subianto memanggil Listyo Sigit Prabowo.\nSetelah itu Prabowo berangkat.").Mentions.Where(mention => mention.Surface == "Prabowo").Select(mention => mention.Link?.Key);

        Assert.Equal(["prabowo-subianto"], links);
    }

    [Fact]
    public void A_place_lies_in_the_state_that_the_article_names_behind_it()
    {
        var place = Assert.Single(Some.Tagged("Ia ditahan di Penjara Kandawgyi, Yangon.").Mentions, mention => mention.Surface.EndsWith("Kandawgyi", StringComparison.Ordinal));

        Assert.Equal("MM", place.Link?.Country);
    }

    [Theory]
    [InlineData("Pesawat mendarat di Subang, Malaysia.", "Subang", "MY")]
    [InlineData("Pesawat mendarat di Subang.", "Subang", "ID")]
    public void Of_places_of_one_name_the_state_behind_it_decides(string text, string surface, string country) =>
        Assert.Equal(country, Assert.Single(Some.Tagged(text).Mentions, mention => mention.Surface == surface).Link?.Country);

    [Theory]
    [InlineData("Tb. Wirayudha Lesmana hadir.\nMenurut Tubagus Wirayudha Lesmana, rapat berjalan.")]
    [InlineData("Ratih Dewi Pramesti hadir.\nMenurut Ratih Pramesti, rapat berjalan.")]
    public void Two_forms_of_one_name_are_one_person(string text) =>
        Assert.Single(Some.Tagged(text).Mentions.Where(mention => mention.Type == EntityType.Person).Select(mention => mention.Link?.Key).Distinct());

    [Fact]
    public void Who_advises_a_president_is_not_given_the_presidents_name()
    {
        var roles = Some.Tagged("Seorang penasihat Presiden Emmanuel Macron menyebut pertemuan itu penting.").Roles;

        Assert.DoesNotContain(roles, role => role.Office.Contains("asihat", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sentence_out_of_its_article_is_read_in_the_register_it_is_written_in()
    {
        var reference = Some.Tagger.Tag(new(null, "Desa Kedungsari adalah desa di Kecamatan Gebog, Kabupaten Kudus, Jawa Tengah, Indonesia.", [], null, null)).Mentions;

        Assert.Contains(reference, mention => mention.Surface == "Kecamatan Gebog");
    }
}
