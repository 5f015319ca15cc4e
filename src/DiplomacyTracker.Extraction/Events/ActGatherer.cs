using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>Gathers the acts that an article tells one by one, with what later sentences add to them.</summary>
internal sealed class ActGatherer(ArticleText article, ActFinder acts, ActorFocus focus, SentenceChains chains)
{
    private static readonly WordSet Announcing = ["mengumumkannya", "menyampaikannya", "diumumkan", "disampaikan", "mengumumkan", "mengonfirmasinya", "dikonfirmasi"];

    // What may stand behind "menyusul" where it means that another does the same; before a noun it means "after".
    private static readonly WordSet Behind = ["dengan", "pada", "kemudian", "langkah", "jejak", ",", ".", "hari"];

    private static readonly WordSet Follows = ["menyusul"];

    private static readonly WordSet Texts = ["naskah", "perjanjian", "kesepakatan", "dokumen", "deklarasi", "pakta", "traktat", "persetujuan", "memorandum"];

    private static readonly WordSet Things =
        ["rencana", "keputusan", "penundaan", "perintah", "langkah", "kesepakatan", "pengakuan", "sanksi", "hal", "kebijakan", "pengusiran", "kunjungan"];

    // What is added stands at most so many clauses behind the act.
    private const int Close = 2;

    private readonly List<Report> _reports = [];

    private SentenceView? _sentence;
    private int _group;

    // How many clauses ago the last act was told.
    private int _since;

    public IReadOnlyList<Report> Reports => _reports;

    /// <returns>Whether the clause tells an act, or more of one.</returns>
    public bool Take(SentenceView clause, IReadOnlyList<Trigger> triggers)
    {
        _since++;
        if (IsAnnouncement(clause) && Announced(clause) is { } announced)
        {
            _reports.Add(announced);
            return true;
        }
        var told = triggers.Count == 0 && Following(clause) is { } following ? [following] : Told(clause, triggers.Count == 0 ? Inherited(clause) : triggers);
        if (clause.Time is null)
        {
            Elaborate(clause);
        }
        if (told.Count == 1 && IsMoreOf(told[0], clause))
        {
            return true;
        }
        if (told.Count == 1 && IsOfCeremony(told[0]))
        {
            _reports[^1] = With(_reports[^1], told[0]);
            return true;
        }
        if (told.Count > 0)
        {
            // The first act of a sentence is what later sentences add to.
            if ((clause.Whole ?? clause) != _sentence)
            {
                (_group, _sentence) = (_reports.Count, clause.Whole ?? clause);
            }
            _reports.AddRange(told);
            _since = 0;
        }
        return told.Count > 0;
    }

    private List<Report> Told(SentenceView clause, IReadOnlyList<Trigger> triggers)
    {
        if (triggers.All(trigger => trigger.Type == EventType.Assault) || Scope.FightOf(clause, article.PublishedAt) is not { } fight)
        {
            return [.. triggers.Select(trigger => acts.Find(article, clause, trigger, focus, chains)).OfType<Report>()];
        }
        var undated = clause with { Times = [] };
        var named = clause.Part(fight.At, clause.Tokens.FindLastIndex(token => token.Start < clause.Time!.Span.End) + 1);
        return [.. triggers.Select(trigger => acts.Find(article, undated, trigger, focus, chains)).Append(acts.Find(article, named, fight with { At = 0 }, focus, chains)).OfType<Report>()];
    }

    // "Menteri … mengumumkannya pada Rabu", "Rencana itu disampaikan … pada Selasa": the day of an act that the sentence before told.
    private static bool IsAnnouncement(SentenceView clause) => clause.Time is not null && clause.Has(Announcing)
        && (clause.Folded.Exists(word => word.EndsWith("annya", StringComparison.Ordinal) && Announcing.Contains(word))
            || clause.HasPair(Things, IsPointing));

    private Report? Announced(SentenceView clause)
    {
        // The day on which a meeting is announced is not the meeting's.
        if (_since > Close || _reports.Count == 0 || _reports[^1] is not { } before || before is { Type: EventType.Consult, Status: EventStatus.Planned })
        {
            return null;
        }
        if (before.Time is null)
        {
            _reports.RemoveAt(_reports.Count - 1);
        }
        var known = before.Actors.Concat(before.Targets).Select(link => link.Key).ToHashSet();
        return before with
        {
            Sentence = clause.Span,
            Time = clause.Time,
            Status = before.Status == EventStatus.Planned ? EventStatus.Held : before.Status,
            Actors = [.. before.Actors, .. clause.Actors.Select(focus.LinkOf).DistinctBy(link => link.Key).Where(link => !known.Contains(link.Key))],
        };
    }

    // "naskah itu ditandatangani Menteri …": who signed what was told just before, and no second signing.
    private bool IsMoreOf(Report told, SentenceView clause) =>
        told is { Type: EventType.Agree, Time: null, Signatories.Count: > 0 } && _since <= Close && _group < _reports.Count && _reports[_group] is { Type: EventType.Agree, Time: not null } before
        && clause.HasPair(Texts, IsPointing)
        && StatesOf(told).All(StatesOf(before).Contains);

    // "Parade … digelar hari ini. Presiden Xi menjamu 24 kepala negara": whoever counts guests right after a ceremony counts those of the ceremony.
    private bool IsOfCeremony(Report told) => told is { Type: EventType.Consult, Time: null, Place: null, Figures.Count: > 0 } && _since == 1 && _reports.Count > 0
        && _reports[^1] is { Type: EventType.Consult, Time: not null } before && CeremonyFinder.IsIn(article.Of(before.Sentence).ToString()) && StatesOf(told).Any(StatesOf(before).Contains);

    private static Report With(Report report, Report more)
    {
        var known = report.Actors.Concat(report.Targets).Select(link => link.Key).ToHashSet();
        return report with
        {
            Actors = [.. report.Actors, .. more.Actors.Concat(more.Targets).Where(link => known.Add(link.Key))],
            Figures = [.. report.Figures.Concat(more.Figures).DistinctBy(figure => figure.Of)],
        };
    }

    private static HashSet<string> StatesOf(Report report) => [.. report.Actors.Concat(report.Targets).Select(link => link.Country).OfType<string>()];

    // Figures and signatories of the act that was told just before.
    private void Elaborate(SentenceView clause)
    {
        if (_since > Close || _group >= _reports.Count || _reports[_group] is not { Time: not null } report)
        {
            return;
        }
        _reports[_group] = report with
        {
            Figures = [.. report.Figures.Concat(FigureFinder.Find(clause)).DistinctBy(figure => figure.Of)],
            Outcomes = [.. report.Outcomes.Concat(OutcomeFinder.Find(clause)).DistinctBy(outcome => outcome.Key)],
            Signatories = [.. report.Signatories.Concat(SignatoryFinder.Find(clause, focus)).DistinctBy(signatory => signatory.Entity.Key)],
        };
    }

    // "Prancis akan mengakui Palestina. Di akhir Juli, London menyusul dengan janji bersyarat": another does the same to the same.
    private Report? Following(SentenceView clause)
    {
        var at = clause.Find(Follows);
        if (at <= 0 || clause.Time is null || _since > Close || _reports.Count == 0 || _reports[^1] is not { Targets.Count: > 0 } before
            || !clause.Actors.Any(actor => actor.Span.End <= clause.Tokens[at].Start)
            || (at + 1 < clause.Tokens.Count && !Behind.Contains(clause.Folded[at + 1])))
        {
            return null;
        }
        var told = acts.Find(article, clause, new Trigger(before.Type, at, true), focus, chains);
        return told is null ? null : told with { Targets = [.. before.Targets.Where(target => told.Actors.All(actor => actor.Key != target.Key && actor.Country != target.Key))] };
    }

    // "… 30 hari setelah Inggris memulai prosesnya pada 28 Agustus": the same kind of act, which the other clause names.
    private List<Trigger> Inherited(SentenceView clause)
    {
        if (_sentence is null || clause.Whole != _sentence || clause.Time is null || _group >= _reports.Count)
        {
            return [];
        }
        var back = clause.Folded.FindIndex(word => word.Length > 5 && word.EndsWith("nya", StringComparison.Ordinal));
        return back > 0 ? [new Trigger(_reports[_group].Type, back, true)] : [];
    }

    private static bool IsPointing(string word) => word is "itu" or "ini" or "tersebut";
}
