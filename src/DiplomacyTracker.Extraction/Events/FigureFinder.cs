using System.Runtime.InteropServices;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>Numbers that tell how large an event was: states and people at a meeting, votes, victims, tariffs, sums of money.</summary>
internal static class FigureFinder
{
    private static readonly string[][] Counted =
    [
        ["kepala", "negara", "dan", "pemerintahan"], ["kepala", "negara"], ["kepala", "pemerintahan"], ["negara", "anggota"], ["negara", "peserta"], ["negara", "donor"],
        ["negara"], ["pemimpin"], ["delegasi"], ["menteri"],
    ];

    private static readonly WordSet Vague =
        ["sekitar", "kira", "hampir", "lebih", "setidaknya", "sedikitnya", "paling", "kurang", "puluhan", "minimal", "nyaris", "kisaran", "hingga", "sampai"];

    private static readonly WordSet Voters = ["negara", "anggota", "suara"];

    public static IEnumerable<ReportedFigure> Find(SentenceView sentence)
    {
        for (var i = 0; i < sentence.Tokens.Count - 1; i++)
        {
            if (NumberWords.Read(sentence.Tokens, i) is not { } number)
            {
                continue;
            }
            var next = i + number.Count;
            if (Of(sentence, i, next, number.Value) is { } what)
            {
                yield return new ReportedFigure(
                    what.Of, number.Value, IsApproximate(sentence, i), new TextSpan(sentence.Span.Part, sentence.Tokens[what.First].Start, sentence.Tokens[what.Last].End))
                {
                    IsAtLeast = IsAtLeast(sentence, i),
                };
            }
            i = next - 1;
        }
    }

    private static (string Of, int First, int Last)? Of(SentenceView sentence, int first, int next, decimal value)
    {
        var isCount = value is >= 2 and <= 250 && value == decimal.Truncate(value);
        return (isCount ? Vote(sentence, first, next) ?? Participants(sentence, first, next) : null) ?? Victims(sentence, first, next, value) ?? Tariff(sentence, first, next) ?? Money(sentence, first, next);
    }

    // "Tiga belas anggota mendukung", "14 suara mendukung", "142 negara menyetujui resolusi".
    private static (string, int, int)? Vote(SentenceView sentence, int first, int next)
    {
        var verb = Word(sentence, next) is { } word && Voters.Contains(word) ? next + 1 : next;
        var of = Word(sentence, verb) switch
        {
            "mendukung" or "menyetujui" or "setuju" when verb > next => "suara mendukung",
            "menolak" or "menentang" when verb > next => "suara menolak",
            "abstain" => "abstain",
            _ => null,
        };
        return of is null ? null : (of, first, verb);
    }

    private static (string, int, int)? Participants(SentenceView sentence, int first, int next)
    {
        foreach (var words in Counted)
        {
            if (next + words.Length <= sentence.Tokens.Count && CollectionsMarshal.AsSpan(sentence.Folded).Slice(next, words.Length).SequenceEqual(words))
            {
                return (string.Join(' ', words), first, next + words.Length - 1);
            }
        }
        return null;
    }

    // "menewaskan sedikitnya 30 orang", "30 tentara tewas".
    private static (string, int, int)? Victims(SentenceView sentence, int first, int next, decimal value)
    {
        if (value != decimal.Truncate(value) || value < 1 || Word(sentence, next) is not ("orang" or "warga" or "tentara" or "prajurit" or "korban"))
        {
            return null;
        }
        var near = sentence.Folded.Skip(Math.Max(0, first - 3)).Take(Math.Min(first, 3)).Concat(sentence.Folded.Skip(next + 1).Take(2)).ToList();
        return near.Any(word => word is "menewaskan" or "tewas" or "meninggal") ? ("tewas", first, next)
            : near.Any(word => word is "melukai" or "terluka" or "luka" or "luka-luka") ? ("luka", first, next)
            : null;
    }

    // "tarif sebesar 19 persen"; "dari 20 menjadi 10 persen" tells a change and no number of its own.
    private static (string, int, int)? Tariff(SentenceView sentence, int first, int next) =>
        Word(sentence, next) is "persen" or "%" && sentence.Folded.Skip(Math.Max(0, first - 4)).Take(Math.Min(first, 4)).Contains("tarif") && Word(sentence, first - 1) is not ("dari" or "menjadi")
            ? ("tarif (persen)", first, next)
            : null;

    private static (string, int, int)? Money(SentenceView sentence, int first, int next)
    {
        var before = Word(sentence, first - 1);
        return before == "$" ? ("uang (USD)", first - 1, next - 1)
            : before == "rp" ? ("uang (IDR)", first - 1, next - 1)
            : before == "€" || Word(sentence, next) == "euro" ? ("uang (EUR)", first, before == "€" ? next - 1 : next)
            : Word(sentence, next) == "dolar" && Word(sentence, next + 1) is "as" or "amerika" ? ("uang (USD)", first, next + 1)
            : null;
    }

    private static bool IsApproximate(SentenceView sentence, int first) =>
        (Word(sentence, first - 1) is { } before && (Vague.Contains(before) || (before == "dari" && Word(sentence, first - 2) is "lebih" or "kurang")))
        || Word(sentence, first - 2) is "sedikitnya" or "sekitar" or "setidaknya";

    private static bool IsAtLeast(SentenceView sentence, int first) =>
        Word(sentence, first - 1) is "sedikitnya" or "setidaknya" or "minimal" || (Word(sentence, first - 1) == "dari" && Word(sentence, first - 2) == "lebih");

    private static string? Word(SentenceView sentence, int at) => at >= 0 && at < sentence.Folded.Count ? sentence.Folded[at] : null;
}
