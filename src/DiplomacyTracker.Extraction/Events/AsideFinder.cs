using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>A meeting that a sentence names only to say when or where something else happened ("di sela KTT APEC"), and its day where an exact distance gives it.</summary>
internal static class AsideFinder
{
    private static readonly WordSet Words = ["setelah", "sesudah", "seusai", "usai", "sebelum", "menjelang", "jelang", "pasca", "sela", "sela-sela", "pinggiran", "menyiapkan", "mempersiapkan", "persiapan", "menuju"];
    private static readonly WordSet Beside = ["sela", "sela-sela", "pinggiran"];
    private static readonly WordSet Later = ["setelah", "sesudah", "seusai", "usai"];

    /// <summary>How the sentence stands to the meeting; null where it speaks of the meeting itself.</summary>
    public static Occasion? WhenOf(SentenceView sentence, Mention meeting) => WordBefore(sentence, meeting) is { } at
        ? Beside.Contains(sentence.Folded[at]) ? Occasion.Beside
            : Later.Contains(sentence.Folded[at]) || sentence.Folded[at] == "pasca" ? Occasion.After
            : Occasion.Before
        : null;

    public static bool IsAside(SentenceView sentence, Mention meeting) => WordBefore(sentence, meeting) is not null;

    /// <summary>
    /// The meeting with its own day, as a clause that tells it: "Senin (18/8/2025), tiga hari setelah KTT Alaska", or that day where something happened beside it.
    /// Null where no distance is said.
    /// </summary>
    /// <param name="sentence">The sentence that names it.</param>
    /// <param name="meeting">Its name, or the body whose meeting it is.</param>
    /// <param name="before">The day that the sentence before spoke of; "sehari setelah KTT" counts from it where the sentence has none.</param>
    public static SentenceView? Dated(SentenceView sentence, Mention meeting, TimeExpression? before)
    {
        var time = sentence.Time ?? before;
        if (WordBefore(sentence, meeting) is not { } word || time?.Interval is not { IsDay: true, From: { } day } own)
        {
            return null;
        }
        if (Beside.Contains(sentence.Folded[word]) && sentence.Time == time)
        {
            return sentence with { Mentions = [.. sentence.Mentions.Where(mention => mention == meeting || mention == sentence.Place)], Times = [time], Whole = sentence.Whole ?? sentence };
        }
        if (Distance(sentence, word) is not { } distance)
        {
            return null;
        }
        var isLater = Later.Contains(sentence.Folded[word]);
        if (!isLater && sentence.Folded[word] != "sebelum")
        {
            return null;
        }
        var told = day.AddDays(isLater ? -distance.Days : distance.Days);
        var span = new TextSpan(sentence.Span.Part, sentence.Tokens[distance.First].Start, sentence.Tokens[word].End);
        var surface = string.Join(' ', sentence.Tokens.Skip(distance.First).Take(word + 1 - distance.First).Select(token => token.Text));
        var value = CalendarMath.Iso(told);
        return sentence with
        {
            Mentions = [meeting],
            Times = [new TimeExpression(span, surface, TimeKind.Date, value, value, own with { From = told, To = told }, null)],
            Whole = sentence.Whole ?? sentence,
        };
    }

    private static int? WordBefore(SentenceView sentence, Mention meeting)
    {
        var at = sentence.IndexOf(meeting);
        return at > 0 && Words.Contains(sentence.Folded[at - 1]) ? at - 1 : at > 1 && Words.Contains(sentence.Folded[at - 2]) ? at - 2 : null;
    }

    private static (int Days, int First)? Distance(SentenceView sentence, int word)
    {
        if (word < 1)
        {
            return null;
        }
        if (sentence.Folded[word - 1] is "sehari" or "sepekan" or "seminggu")
        {
            return (sentence.Folded[word - 1] == "sehari" ? 1 : 7, word - 1);
        }
        var unit = sentence.Folded[word - 1] switch { "hari" => 1, "pekan" or "minggu" => 7, _ => 0 };
        for (var first = Math.Max(0, word - 4); unit > 0 && first < word - 1; first++)
        {
            if (NumberWords.Read(sentence.Tokens, first) is { Value: > 0 and < 1000 } number && first + number.Count == word - 1)
            {
                return ((int)number.Value * unit, first);
            }
        }
        return null;
    }
}
