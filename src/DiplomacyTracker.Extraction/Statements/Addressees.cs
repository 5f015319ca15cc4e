namespace DiplomacyTracker.Extraction.Statements;

/// <summary>To whom words are said: "kepada wartawan", "di hadapan Majelis Umum", "dalam wawancara dengan Bernama".</summary>
internal static class Addressees
{
    private const int Reach = 30;

    public static string? Find(Passage passage, int from, int limit)
    {
        for (var i = Math.Max(0, from); i < Math.Min(limit, from + Reach); i++)
        {
            if (passage.QuoteAt[i] is not null || passage.Folded[i] is "." or ";" or "seperti" or "dikutip" or "bahwa")
            {
                return null;
            }
            var isTo = passage.Folded[i] is "kepada" || (i > 0 && passage.Folded[i] is "hadapan" or "depan" && passage.Folded[i - 1] is "di")
                || (i > 0 && passage.Folded[i] is "dengan" or "bersama" && passage.Folded[i - 1] is "wawancara");
            if (isTo && End(passage, i + 1, limit) is var end && end > i + 1)
            {
                return passage.Words(i + 1, end);
            }
        }
        return null;
    }

    private static int End(Passage passage, int from, int limit)
    {
        var i = from;
        while (i < limit && passage.QuoteAt[i] is null && passage.Tokens[i].IsWord
            && passage.Folded[i] is not ("di" or "pada" or "dalam" or "saat" or "ketika" or "seperti" or "seusai" or "usai" or "setelah" or "yang" or "melalui" or "lewat" or "bahwa" or "dengan" or "untuk" or "agar")
            && !(passage.Tokens[i].IsCapitalized && ReportingWords.IsTime(passage.Folded[i])))
        {
            i++;
        }
        return i;
    }
}
