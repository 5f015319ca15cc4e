using System.Text;
using DiplomacyTracker.Scraper.Fetching;

namespace DiplomacyTracker.Tests.Scraper.Fetching;

public sealed class PageTextTests
{
    [Theory]
    [InlineData("utf-8", true, "text/html; charset=iso-8859-2", "<p>Żółć</p>")]
    [InlineData("utf-16LE", true, "text/html", "<p>Żółć</p>")]
    [InlineData("utf-16BE", false, "text/html; charset=utf-16be", "<p>Pertemuan para menteri</p>")]
    [InlineData("utf-16LE", false, null, "<p>Pertemuan para menteri</p>")]
    [InlineData("windows-1251", false, "text/html; charset=\"windows-1251\";;", "<p>Переговоры</p>")]
    [InlineData("shift_jis", false, null, "<meta http-equiv='Content-Type' content='text/html; charset=x-sjis'><p>交渉</p>")]
    [InlineData("gb18030", false, "text/html", "<!-- <meta charset=koi8-r> --><meta charset=gb2312><p>谈判</p>")]
    [InlineData("euc-kr", false, null, "<meta charset=\"EUC-KR\"><p>협상</p>")]
    [InlineData("iso-8859-2", false, "application/xhtml+xml", "<?xml version=\"1.0\" encoding=\"iso-8859-2\"?><p>Żółć</p>")]
    [InlineData("windows-1252", false, "text/html; charset=iso-8859-1", "<p>naïve “quotes” – dash</p>")]
    [InlineData("windows-1252", false, "text/html", "<p>naïve “quotes”</p>")]
    [InlineData("windows-1252", false, "text/html; charset=utf-8", "<p>naïve café</p>")]
    [InlineData("utf-8", false, "text/html; charset=x-nonsense", "<p>Jum’at</p>")]
    [InlineData("utf-8", false, "text/html; charset=utf-16", "<p>bukan utf-16 – sungguh</p>")]
    [InlineData("utf-8", false, null, "<meta charset=utf-16><script charset=\"koi8-r\"></script><p>é</p>")]
    [InlineData("utf-8", false, "text/html; charset=utf-7", "<p>+ADw-script+AD4-</p>")]
    public void The_letters_are_read_by_mark_then_header_then_declaration_then_content(string encoding, bool mark, string? contentType, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var written = Encoding.GetEncoding(encoding);
        byte[] body = mark ? [.. written.GetPreamble(), .. written.GetBytes(text)] : written.GetBytes(text);

        var (read, charset) = PageText.Decode(body, contentType);

        Assert.Equal(text, read);
        Assert.Equal(text, PageText.ByName(charset).GetString(body).TrimStart('\ufeff'));
    }

    [Fact]
    public void A_few_broken_bytes_do_not_change_the_encoding_of_a_page()
    {
        byte[] body = [.. "<p>Jum’at – «rapat» "u8, 0xc3, 0x28, 0xff, .. "</p>"u8];

        Assert.StartsWith("<p>Jum’at – «rapat» \ufffd(\ufffd", PageText.Decode(body, "text/html; charset=utf-8").Text, StringComparison.Ordinal);
    }
}
