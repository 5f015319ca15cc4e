using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>Cuts a sentence between two dates, so that each act is told with its own: "meneken gencatan senjata pada Sabtu setelah bentrokan pada 8 Desember".</summary>
internal static class ClauseSplitter
{
    private static readonly WordSet Subordinators =
        ["setelah", "sesudah", "seusai", "usai", "sejak", "ketika", "saat", "menyusul", "sebelum", "menjelang", "jelang", "sebagaimana", "sementara", "sedangkan", "tetapi", "namun", "lalu", "kemudian"];

    // A new day for the same act is no second act.
    private static readonly WordSet Moves = ["diundur", "diundurkan", "digeser", "dimajukan", "dipindahkan", "dijadwalkan", "ditunda", "mundur"];

    public static IReadOnlyList<SentenceView> Split(SentenceView sentence)
    {
        var found = Cuts(sentence);
        if (found.Count == 0)
        {
            return [sentence];
        }
        var cuts = found.Where(cut => cut > 0 && cut < sentence.Tokens.Count).Distinct().Order().ToList();
        if (cuts.Count == 0)
        {
            return [sentence];
        }
        var clauses = new List<SentenceView>();
        var first = 0;
        foreach (var cut in cuts.Append(sentence.Tokens.Count))
        {
            var clause = sentence.Part(first, cut);
            // "… pada Jumat, hari ketika …": it happened on the day that the clause before says.
            clauses.Add(clauses.Count > 0 && IsSameDay(clause) && clause.Time is null && clauses[^1].Time is { } day ? clause with { Times = [day] } : clause);
            first = cut;
        }
        return clauses;
    }

    private static List<int> Cuts(SentenceView sentence)
    {
        var cuts = new List<int>();
        var dates = sentence.Times.Count < 2 ? [] : sentence.Times.Where(SentenceView.IsCalendar).Where(time => time.Interval!.Precision < DatePrecision.Year).OrderBy(time => time.Span.Start).ToList();
        for (var i = 1; i < dates.Count; i++)
        {
            var (one, next) = (dates[i - 1], dates[i]);
            if (AreApart(one.Interval!, next.Interval!) && !ListedDays.AreListed(sentence, one, next) && CutBetween(sentence, one.Span.End, next.Span.Start) is { } cut)
            {
                cuts.Add(cut);
            }
        }
        // "pada Jumat, hari ketika …": what happened on the day that was just said.
        for (var i = 1; i + 1 < sentence.Tokens.Count; i++)
        {
            if (IsSameDay(sentence, i))
            {
                cuts.Add(i);
            }
        }
        return cuts;
    }

    private static bool IsSameDay(SentenceView view, int at = 0) => at + 1 < view.Folded.Count && view.Folded[at] == "hari" && view.Folded[at + 1] is "ketika" or "saat";

    private static bool AreApart(DateInterval a, DateInterval b) =>
        (a.To is { } end && b.From is { } begin && end < begin) || (b.To is { } last && a.From is { } first && last < first);

    // The strongest boundary between the two, and of equals the first.
    private static int? CutBetween(SentenceView sentence, int after, int before)
    {
        int? comma = null, subordinator = null;
        for (var i = 1; i < sentence.Tokens.Count; i++)
        {
            if (sentence.Tokens[i].Start < after || sentence.Tokens[i].Start >= before)
            {
                continue;
            }
            if (sentence.Folded[i] == ";")
            {
                return i + 1;
            }
            if (Moves.Contains(sentence.Folded[i]))
            {
                return null;
            }
            subordinator ??= Subordinators.Contains(sentence.Folded[i]) ? i : null;
            comma ??= sentence.Folded[i] == "," ? i + 1 : null;
        }
        return subordinator ?? comma;
    }
}
