using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>Bodies whose meetings are known by the body: which series is meant where a sentence names no meeting but only whose it is.</summary>
internal sealed class SummitBodies
{
    private static readonly WordSet Ministers =
        ["menteri", "menlu", "menhan", "menkeu", "mendag", "pejabat", "panglima", "utusan", "juru", "dubes", "duta", "wamenlu", "wakil"];

    private static readonly WordSet Conferences = ["konferensi", "ktt"];
    private static readonly WordSet Chairing = ["diketuai", "dipimpin", "digagas", "diprakarsai"];

    private readonly List<(string Words, string Series)> _subjects;
    private readonly List<(IReadOnlyList<string> Chairs, string Series)> _chaired;
    private readonly Dictionary<string, string> _adHoc;
    private readonly KnowledgeBase _knowledge;

    public SummitBodies(KnowledgeBase knowledge)
    {
        var rows = knowledge.SummitSeries.Where(row => row.Body.Length > 0).ToList();
        _subjects = [.. knowledge.SummitSeries.Where(row => row.Kind == "conference").SelectMany(row => new[] { row.NameId }.Concat(row.Aliases).Select(name => (Words: SubjectOf(name), row.Key)))
            .Where(pair => pair.Words.Count(letter => letter == ' ') > 3).Distinct()];
        _chaired = [.. knowledge.SummitSeries.Where(row => row.Kind == "conference" && row.Partners.Count > 1).Select(row => (row.Partners, row.Key))];
        _adHoc = rows.Where(row => row.Kind == "ad-hoc").ToDictionary(row => row.Body, row => row.Key);
        _knowledge = knowledge;
    }

    /// <summary>The series of meetings without a rhythm that the body holds.</summary>
    public string? AdHocOf(Mention body) => body.Link is { } link ? _adHoc.GetValueOrDefault(link.Key) : null;

    /// <summary>The series in which the body's leaders meet.</summary>
    public string? SummitOf(Mention body) => body.Link is { } link ? _knowledge.SeriesOf(link.Key) : null;

    /// <summary>
    /// A conference that is told by its subject, where three words or more name that ("Konferensi tingkat tinggi tentang … dan solusi dua negara"), or by those who chair it
    /// together ("Konferensi yang diketuai bersama oleh Prancis dan Arab Saudi").
    /// </summary>
    public string? DescribedBy(SentenceView sentence)
    {
        var at = sentence.Find(Conferences);
        if (at < 0)
        {
            return null;
        }
        var after = $" {string.Join(' ', sentence.Folded.Skip(at + 1))} ";
        return _subjects.Find(subject => after.Contains(subject.Words, StringComparison.Ordinal)).Series ?? (after.Contains(" bersama ", StringComparison.Ordinal) && sentence.Has(Chairing)
            ? _chaired.Find(row => row.Chairs.All(chair => sentence.Actors.Any(actor => actor.Link!.Key == chair))).Series
            : null);
    }

    // "Konferensi Internasional Solusi Dua Negara" → " solusi dua negara ".
    private static string SubjectOf(string name) =>
        $" {string.Join(' ', Tokenizer.Tokenize(name).Select(token => token.Folded).SkipWhile(word => Conferences.Contains(word) || word is "tingkat" or "tinggi" or "internasional" or "pbb" or "tentang" or "untuk"))} ";

    /// <summary>A body that is nothing but its meetings, as a coalition is.</summary>
    public bool IsCoalition(Mention body) => AdHocOf(body) is not null && SummitOf(body) is null;

    /// <summary>"para pemimpin NATO", "kepala negara dari 31 anggota NATO".</summary>
    public static bool AreLeadersOf(SentenceView sentence, Mention body) =>
        !AreMinistersOf(sentence, body) && Before(sentence, body, 6).Reverse().TakeWhile(word => word != ",").Any(word => word is "pemimpin" or "kepala");

    /// <summary>Whether the words name anybody who meets in a leader's stead; a prime minister is a leader.</summary>
    public static bool NamesMinisters(IReadOnlyList<string> folded) =>
        folded.Where((word, i) => Ministers.Contains(word) && !(word == "menteri" && i > 0 && folded[i - 1] == "perdana")).Any();

    /// <summary>"Menteri Luar Negeri ASEAN": others than the leaders meet.</summary>
    public static bool AreMinistersOf(SentenceView sentence, Mention body) => NamesMinisters([.. Before(sentence, body, 4)]);

    private static IEnumerable<string> Before(SentenceView sentence, Mention body, int count)
    {
        var at = sentence.IndexOf(body);
        return at <= 0 ? [] : sentence.Folded.Skip(Math.Max(0, at - count)).Take(Math.Min(at, count));
    }
}
