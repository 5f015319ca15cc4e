using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>What a meeting led to, or that it led to nothing yet.</summary>
internal static class OutcomeFinder
{
    private static readonly WordSet Telling = ["menandatangani", "meneken", "mengadopsi", "menyepakati", "belum"];

    public static IEnumerable<ReportedWords> Find(SentenceView sentence)
    {
        var words = sentence.Folded;
        for (var i = sentence.Has(Telling) ? 0 : words.Count; i < words.Count; i++)
        {
            var negated = i > 0 && words[i - 1] is "tidak" or "tak" or "belum" or "menolak";
            if (words[i] is "menandatangani" or "meneken" or "mengadopsi" or "menyepakati" && !negated && Next(words, i, "deklarasi", "perjanjian", "kesepakatan", "komunike", "protokol") is { } end)
            {
                yield return new ReportedWords(words[end] + "-signed", Span(sentence, i, end));
            }
            else if (words[i] == "belum" && Next(words, i, "keputusan", "kesepakatan") is { } open && words.Skip(i + 1).Take(2).Any(word => word is "ada" or "menghasilkan" or "mencapai" or "tercapai"))
            {
                var last = open + 1 < words.Count && words[open + 1] == "final" ? open + 1 : open;
                yield return new ReportedWords("no-decision", Span(sentence, i, last));
            }
        }
    }

    private static int? Next(List<string> words, int after, params string[] wanted)
    {
        for (var i = after + 1; i < Math.Min(words.Count, after + 5); i++)
        {
            if (wanted.Contains(words[i]))
            {
                return i;
            }
        }
        return null;
    }

    private static TextSpan Span(SentenceView sentence, int first, int last) => new(sentence.Span.Part, sentence.Tokens[first].Start, sentence.Tokens[last].End);
}
