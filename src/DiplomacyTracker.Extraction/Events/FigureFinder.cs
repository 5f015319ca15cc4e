using System.Globalization;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>Numbers of states and people at a meeting: "sekitar 35 negara", "27 kepala negara".</summary>
internal static class FigureFinder
{
    private static readonly string[][] Counted =
        [["kepala", "negara", "dan", "pemerintahan"], ["kepala", "negara"], ["kepala", "pemerintahan"], ["negara", "anggota"], ["negara"], ["pemimpin"], ["delegasi"], ["menteri"]];

    public static IEnumerable<ReportedFigure> Find(SentenceView sentence)
    {
        for (var i = 0; i < sentence.Tokens.Count - 1; i++)
        {
            if (!int.TryParse(sentence.Tokens[i].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value is < 2 or > 250)
            {
                continue;
            }
            foreach (var words in Counted)
            {
                if (i + words.Length < sentence.Tokens.Count && !words.Where((word, k) => sentence.Folded[i + 1 + k] != word).Any())
                {
                    var approximate = i > 0 && sentence.Folded[i - 1] is "sekitar" or "kira" or "hampir" or "lebih" or "dari" or "setidaknya";
                    yield return new ReportedFigure(
                        string.Join(' ', words), value, approximate,
                        new Text.TextSpan(sentence.Span.Part, sentence.Tokens[i].Start, sentence.Tokens[i + words.Length].End));
                    break;
                }
            }
        }
    }
}
