using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>What of a clause belongs to the act that one of its words tells, and what to another act that is only named as its cause, its beginning or its object.</summary>
internal static class Scope
{
    private static readonly WordSet Causes = ["karena", "akibat", "lantaran", "gara-gara", "sebab"];
    private static readonly WordSet DateWords = ["pada", "tanggal", "hari", "bulan", "tahun", "awal", "akhir", "pertengahan"];
    private static readonly WordSet Which = ["yang"];
    private static readonly WordSet Since = ["sejak"];
    private static readonly WordSet Fights = ["serangan", "invasi", "bentrokan", "pertempuran", "perang"];

    // "yang direncanakan Rabu (17/9/2025), ditunda": the day is the act's, though it stands in passing.
    private static readonly WordSet Planning = ["direncanakan", "dijadwalkan", "diagendakan", "semula", "sedianya", "mestinya", "seharusnya"];

    /// <summary>What of the clause is the act's own. Of a fight the cause is the deed: "tewas akibat serangan Israel".</summary>
    public static SentenceView Of(SentenceView clause, Trigger told) =>
        WithoutAside(WithoutBeginning(told.Type == EventType.Assault ? clause : WithoutCause(clause, told.At), told.At), told.At);

    /// <summary>The clause without those who are only part of the reason: "ditunda karena perang antara Israel dan Iran".</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="trigger">The word that tells the act, which may stand in the reason itself; -1 for none.</param>
    public static SentenceView WithoutCause(SentenceView clause, int trigger = -1)
    {
        var from = clause.Find(Causes);
        if (from < 0)
        {
            return clause;
        }
        var comma = clause.Folded.IndexOf(",", from);
        var end = comma < 0 ? clause.Tokens.Count : comma;
        return trigger >= from && trigger < end ? clause : clause with { Mentions = [.. clause.Mentions.Where(mention => !IsWithin(clause, mention, from, end))] };
    }

    /// <summary>
    /// The noun of a fight that a day long gone belongs to, though the clause's verb is another's: "mengutuk serangan Hamas pada 7 Oktober 2023". Null where the day may
    /// be the verb's own.
    /// </summary>
    public static Trigger? FightOf(SentenceView clause, DateTimeOffset? publishedAt)
    {
        const int LongGone = 14;
        const int Close = 4;
        if (clause.Time is not { Interval.To: { } day } time || publishedAt is not { } at || day.AddDays(LongGone) > DateOnly.FromDateTime(at.DateTime))
        {
            return null;
        }
        var dated = clause.IndexOf(time);
        var noun = clause.Has(Fights) ? clause.Folded.Take(Math.Max(dated, 0)).ToList().FindLastIndex(Fights.Contains) : -1;
        return noun >= 0 && dated - noun <= Close ? new Trigger(EventType.Assault, noun, false) : null;
    }

    // A day that says when something else began: "perjumpaan pertama sejak Takaichi menjabat pada 21 Oktober".
    private static SentenceView WithoutBeginning(SentenceView clause, int trigger)
    {
        var since = clause.Find(Since);
        if (since <= trigger || clause.Time is not { } time)
        {
            return clause;
        }
        var day = clause.IndexOf(time);
        return day > since && clause.Folded.Skip(since + 1).Take(day - since - 1).Any(word => !DateWords.Contains(word)) ? clause with { Times = [.. clause.Times.Where(other => other != time)] } : clause;
    }

    // A day that is only said of somebody in passing: "Donald Trump, yang berada di Malaysia sehari sebelumnya, sudah terbang ke Jepang".
    private static SentenceView WithoutAside(SentenceView clause, int trigger)
    {
        if (clause.Time is not { } time || !clause.Has(Which))
        {
            return clause;
        }
        var day = clause.IndexOf(time);
        var from = clause.Folded.Take(Math.Max(day, 0)).ToList().FindLastIndex(word => word == ",");
        var end = clause.Folded.Skip(day).ToList().IndexOf(",");
        return from >= 0 && end > 0 && clause.Folded[from + 1] == "yang" && !clause.Folded.Skip(from).Take(day - from).Any(Planning.Contains) && (trigger < from || trigger > day + end)
            ? clause with { Times = [.. clause.Times.Where(other => other != time)] }
            : clause;
    }

    private static bool IsWithin(SentenceView clause, Mention mention, int from, int end) => clause.IndexOf(mention) is var at && at >= from && at < end;
}
