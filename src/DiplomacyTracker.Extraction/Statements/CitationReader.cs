using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>Reads the citing phrases of one sentence into a chain, nearest to the reader first.</summary>
/// <remarks>
/// "dikutip X" sets X before all that stand already, "X mengutip Y", "dari Y" and "kepada Y" set Y behind them: in Indonesian the order of the words
/// and of the chain differ ("tulis Le Monde yang dikutip AFP" is AFP, then Le Monde).
/// </remarks>
internal sealed class CitationReader(Outlets outlets, ReportingWords words)
{
    private const int LongestAside = 25;
    private const int LongestAdjunct = 8;

    private static readonly WordSet Adjuncts =
        ["juga", "kemudian", "lalu", "sebelumnya", "pun", "dalam", "pada", "edisi", "lewat", "melalui", "dari", "di", "kepada", "hari", "senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "ahad"];

    // What a citing phrase begins with, beside the citing words themselves.
    private static readonly WordSet Begins =
    [
        "mengutip", "menukil", "menyitir", "melansir", "mengacu", "merujuk", "kepada", "dengan", "bersama", "oleh", "laporan", "pemberitaan", "siaran", "artikel", "liputan", "investigasi", "wawancara", "tayangan",
        "demikian", "lansir", "kutip", "lapor", "tulis", "warta", "ujar", "kata", "sebut", "ungkap", "menurut", "berdasarkan", "wartawan", "koresponden", "jurnalis", "(",
    ];

    public List<Origin> Read(Passage passage, int first, int end, Origin? last)
    {
        var chain = new List<Origin>();
        Found? seen = null;
        for (var i = first; i < end; i++)
        {
            if (passage.QuoteAt[i] is not null)
            {
                continue;
            }
            if ((Begins.Contains(passage.Tokens[i].Word) || words.IsCiting(passage.Tokens[i].Word)) && Citation(passage, i, end, chain, seen) is { } cited)
            {
                i = cited.End - 1;
                seen = cited;
            }
            else if (Subject(passage, i, end) is { } subject)
            {
                if (Reports(passage, subject.End, end))
                {
                    Append(chain, subject);
                }
                i = subject.End - 1;
                seen = subject;
            }
            else if (last is not null && words.BeginsOutlet(passage, i) && i + 1 < end && passage.Folded[i + 1] is "itu" or "tersebut" or "ini" && Reports(passage, i + 2, end) && !chain.Contains(last))
            {
                chain.Add(last);
            }
        }
        return chain;
    }

    private Found? Citation(Passage passage, int at, int end, List<Origin> chain, Found? seen)
    {
        var word = passage.Folded[at];
        if (words.IsCiting(passage.Tokens[at].Word))
        {
            var isSure = word is "dikutip" or "dilansir" or "disitat" or "dinukil" or "diberitakan" or "diwartakan";
            if (Name(passage, Skip(passage, at + 1, end, "oleh", "dari", "kembali", "lewat", "melalui", "via"), end, guess: isSure, isGeneric: true) is not { } outer)
            {
                return null;
            }
            if (seen is { } inner && IsJoined(passage, inner.End, at))
            {
                Append(chain, inner);
            }
            chain.RemoveAll(origin => origin.Name == outer.Origin.Name);
            chain.Insert(0, outer.Origin);
            return outer.End < end && passage.Folded[outer.End] is "dari" && Name(passage, outer.End + 1, end, guess: true, isGeneric: false) is { } source ? Append(chain, source) : outer;
        }
        var found = word switch
        {
            "mengutip" or "menukil" or "menyitir" or "melansir" or "mengacu" or "merujuk" => Name(
                passage, Skip(passage, at + 1, end, "pada", "kepada", "ke", "dari", "pemberitaan", "laporan", "berita", "siaran"), end,
                guess: IsOpening(passage, at, end) || (word is "mengutip" or "menukil" && seen is { } citer && IsJoined(passage, citer.End, at)), isGeneric: at > 0 && word != "melansir"),
            "kepada" => Name(passage, Skip(passage, at + 1, end, "wartawan", "koresponden", "jurnalis", "reporter", "tim"), end, guess: false, isGeneric: false),
            "dengan" or "bersama" or "oleh" when at > 0 && passage.Folded[at - 1] is "wawancara" or "berbincang" or "berbicara" or "diwawancarai" => Name(passage, at + 1, end, guess: false, isGeneric: false),
            "laporan" or "pemberitaan" or "siaran" or "artikel" or "liputan" or "investigasi" or "wawancara" or "tayangan" or "demikian" =>
                Name(passage, Skip(passage, at + 1, end, "eksklusif", "khusus", "terbaru", "program", "acara", "di", "oleh"), end, guess: false, isGeneric: word is "laporan" or "pemberitaan"),
            "lansir" or "kutip" or "lapor" or "tulis" or "warta" or "ujar" or "kata" or "sebut" or "ungkap" => Name(passage, at + 1, end, guess: false, isGeneric: word is "lapor" or "tulis" or "warta" or "lansir"),
            "menurut" or "berdasarkan" => Name(
                passage, Skip(passage, at + 1, end, "laporan", "pemberitaan", "berita", "siaran", "warta"), end, guess: false, isGeneric: true),
            "wartawan" or "koresponden" or "jurnalis" => Name(passage, at + 1, end, guess: false, isGeneric: false) is { } employer && Reports(passage, employer.End, end) ? employer : null,
            "(" => Bracketed(passage, at, end),
            _ => null,
        };
        return found is { } one ? Append(chain, one) : null;
    }

    // "Mengutip Nama, …" at the head of a sentence: whoever stands before the comma is an outlet, if nothing says otherwise.
    private static bool IsOpening(Passage passage, int at, int end) =>
        passage.Tokens[at].IsCapitalized && at + 1 < end && Names.EndOfRun(passage, at + 1, end) is var run && run > at + 1 && run < end && passage.Folded[run] == ",";

    // "(Bloomberg, 3/12)", and no credit of a photograph: "(AFP/Nama)", "Foto: …".
    private Found? Bracketed(Passage passage, int at, int end)
    {
        if (at + 1 >= end || outlets.At(passage, at + 1) is not { } outlet)
        {
            return null;
        }
        var next = at + 1 + outlet.Count;
        var isCredit = at > 0 && passage.Folded[at - 1] is "foto" or "dok" or "sumber" or ":";
        return next < end && passage.Folded[next] is ")" or "," && !isCredit && !(seenBefore(passage, at)) ? Make(passage, outlet.Name, at + 1, next) : null;

        // "Associated Press (AP)" is one outlet under two names.
        static bool seenBefore(Passage passage, int at) => at > 0 && passage.Tokens[at - 1].IsCapitalized && at + 2 < passage.Count && passage.Tokens[at + 1].IsAllCaps && passage.Folded[at + 2] == ")";
    }

    // An outlet that may be the subject of a verb of reporting.
    private Found? Subject(Passage passage, int at, int end)
    {
        if (!passage.Tokens[at].IsCapitalized)
        {
            return null;
        }
        return outlets.At(passage, at) is { } known ? Make(passage, known.Name, at, at + known.Count)
            : words.BeginsOutlet(passage, at) ? Name(passage, at, end, guess: false, isGeneric: true)
            : Unknown(passage, at, end);
    }

    // Only outlets do this: "Nama mewartakan", "Nama memberitakan".
    private static Found? Unknown(Passage passage, int at, int end)
    {
        var run = Names.EndOfRun(passage, at, end);
        return run - at is > 0 and < 5 && run < end && passage.Folded[run] is "mewartakan" or "memberitakan" or "mengabarkan" or "melansir" && Names.MayBeOutlet(passage, at)
            ? Make(passage, passage.Words(at, run), at, run)
            : null;
    }

    private bool Reports(Passage passage, int at, int end)
    {
        var i = at;
        if (i + 2 < end && passage.Folded[i] == "(")
        {
            i = EndOfAside(passage, i + 1, end, ")");
        }
        if (i < end && passage.Folded[i] == ",")
        {
            i = EndOfAside(passage, i + 1, end, ",");
        }
        // "Tempo dalam laporan utamanya menyebut", "Haaretz pada Senin melaporkan": an adjunct may stand between.
        for (var limit = Math.Min(end, i + ((i < end && Adjuncts.Contains(passage.Tokens[i].Word)) ? LongestAdjunct : 1)); i < limit && passage.Folded[i] is not ("," or ".") && passage.QuoteAt[i] is null; i++)
        {
            if (words.IsOutletVerb(passage.Tokens[i].Word))
            {
                return true;
            }
        }
        return i < end && ReportingWords.IsTime(passage.Folded[i]) && i + 1 < end && words.IsOutletVerb(passage.Tokens[i + 1].Word);
    }

    private static int EndOfAside(Passage passage, int from, int end, string sign)
    {
        for (var i = from; i < Math.Min(end, from + LongestAside); i++)
        {
            if (passage.Folded[i] == sign)
            {
                return i + 1;
            }
        }
        return end;
    }

    /// <summary>The outlet named at a token: a known name, the name behind a head noun, "media setempat", or any name where the words before leave no doubt.</summary>
    private Found? Name(Passage passage, int at, int end, bool guess, bool isGeneric)
    {
        var i = at;
        while (i < end && words.IsOutletHead(passage.Tokens[i].Word) && (i > at || words.BeginsOutlet(passage, at)) && (i == at || !passage.Tokens[i].IsCapitalized) && outlets.At(passage, i) is null)
        {
            i++;
        }
        var hasHead = i > at;
        if (i >= end)
        {
            return hasHead && isGeneric && IsGeneric(passage, at, i) ? Make(passage, passage.Words(at, i), at, i) : null;
        }
        if (outlets.At(passage, i) is { } known)
        {
            return Make(passage, known.Name, i, i + known.Count);
        }
        var run = Names.EndOfRun(passage, i, end);
        if (hasHead && run > i)
        {
            // "kantor berita Iran, IRNA": the state stands between.
            var behind = run < end && passage.Folded[run] == "," ? run + 1 : run;
            for (var k = i; k <= behind && k < end; k++)
            {
                if (outlets.At(passage, k) is { } other)
                {
                    return Make(passage, other.Name, k, k + other.Count);
                }
            }
            if (IsGeneric(passage, at, i) || passage.Folded[at] == "media")
            {
                return isGeneric ? Make(passage, passage.Words(at, run), at, run) : null;
            }
        }
        if (run > i && (guess || hasHead) && Names.MayBeOutlet(passage, i))
        {
            return Make(passage, passage.Words(i, run), i, run);
        }
        return hasHead && isGeneric && IsGeneric(passage, at, i) ? Make(passage, passage.Words(at, i), at, i) : null;
    }

    // "media setempat", "media pemerintah": heads that end in no noun that asks for a name.
    private static bool IsGeneric(Passage passage, int at, int end) =>
        end - at > 1 && passage.Folded[at] is "media" or "surat" or "koran" or "stasiun" or "televisi" && passage.Folded[end - 1] is "setempat" or "lokal" or "pemerintah" or "negara" or "internasional" or "resmi";

    private static int Skip(Passage passage, int at, int end, params ReadOnlySpan<string> over)
    {
        while (at < end && over.Contains(passage.Folded[at]))
        {
            at++;
        }
        return at;
    }

    // "IRNA, yang dikutip", "laporan EFE yang mengutip", "Kompas mengutip".
    private static bool IsJoined(Passage passage, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (passage.Folded[i] is not ("," or "yang" or "kemudian" or "lalu" or "juga" or ")" or "seperti"))
            {
                return false;
            }
        }
        return to - from < 4;
    }

    private static Found Make(Passage passage, string name, int first, int end) => new(new Origin(name, passage.Span(first, end)), end);

    private static Found Append(List<Origin> chain, Found found)
    {
        if (!chain.Exists(origin => origin.Name == found.Origin.Name))
        {
            chain.Add(found.Origin);
        }
        return found;
    }

    private readonly record struct Found(Origin Origin, int End);
}
