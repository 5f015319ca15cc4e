using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>Reads one article from its first sentence to its last, and remembers who speaks.</summary>
internal sealed class ArticleReading(ArticleText article, ProvenanceFinder provenance, SpeakerReader speakers, Discourse discourse, NameReader names)
{
    private const int SubjectReach = 16;

    private readonly List<Said> _said = [];
    private readonly List<(TextSpan Span, Passage Passage)> _waiting = [];
    private readonly DirectSpeech _direct = new(speakers, ReportingWords.Default);
    private readonly IndirectSpeech _indirect = new(speakers, ReportingWords.Default, names);
    private Origin? _outlet;
    private int _order;

    public IReadOnlyList<Statement> Statements() =>
        [.. _said.Select(said => said.Statement).OrderBy(statement => statement.Span.Part).ThenBy(statement => statement.Span.Start)];

    public void Read(Passage passage, bool isFirst)
    {
        foreach (var (first, end) in passage.Sentences)
        {
            _order++;
            var chain = provenance.ChainOf(article, passage, first, end, _outlet);
            NoteSubject(passage, first, end);
            var before = _said.Count;
            var isHeadline = isFirst && first == 0 && end == passage.Count;
            var quotes = passage.Quotes.FindAll(quote => quote.First > first && quote.First < end);
            if (quotes.Count > 0)
            {
                ReadQuotes(passage, first, end, quotes, chain, isHeadline);
            }
            if (_said.Count == before && _indirect.Read(passage, first, end, chain, isHeadline) is { } reported)
            {
                var source = reported.Phrase;
                Add(passage, reported.Span, false, source, reported.Verb, reported.Addressee, chain);
            }
            if (chain.Count > 0)
            {
                _outlet = chain[0];
                if (_said.Count > before)
                {
                    continue;
                }
            }
            // "Laporan itu mengutip dua pejabat": they said what the report says.
            if (_said.Count > 0 && _said[^1] is { IsOutletsOwn: true } last && ReferenceEquals(last.Passage, passage) && _indirect.Source(passage, first, end) is { } cited
                && passage.Folded[first] is "laporan" or "media" or "artikel" or "berita")
            {
                var speaker = discourse.Resolve(cited, _order);
                _said[^1] = last with { Statement = last.Statement with { Speaker = cited.Surface, SpeakerName = speaker.Name, SpeakerEntity = speaker.Link } };
            }
        }
    }

    private void ReadQuotes(Passage passage, int first, int end, List<Quote> quotes, List<Origin> chain, bool isHeadline)
    {
        Attribution? former = null;
        for (var k = 0; k < quotes.Count; k++)
        {
            var quote = quotes[k];
            var from = k == 0 ? first : quotes[k - 1].After;
            var to = k + 1 < quotes.Count ? quotes[k + 1].First - 1 : end;
            var attribution = _direct.Behind(passage, quote, to) ?? _direct.Before(passage, quote, from, isHeadline) ?? DirectSpeech.Between(passage, quote, from, former);
            if (attribution is not null)
            {
                former = attribution;
                Add(passage, quote.Span, true, attribution.Phrase, attribution.Verb, attribution.Addressee, chain, isContinued: attribution.IsContinued);
            }
            else if (DirectSpeech.IsAlone(passage, quote, from, to))
            {
                Continue(passage, quote);
            }
        }
    }

    private void Add(Passage passage, TextSpan span, bool direct, SpeakerPhrase? phrase, string? verb, string? addressee, List<Origin> chain, bool isContinued = false)
    {
        if (isContinued)
        {
            _said.Add(new Said(_said[^1].Statement with { Span = span }, passage, false));
            return;
        }
        var speaker = discourse.Resolve(phrase, _order);
        IReadOnlyList<Origin> origins = chain.Count == 0 && _said.Count > 0 && ReferenceEquals(_said[^1].Passage, passage) && _said[^1].Speaker is { } former && IsSame(former, speaker)
            ? _said[^1].Statement.Origins
            : [.. chain];
        var statement = new Statement(span, direct, phrase?.Surface, speaker.Name, speaker.Link, verb, addressee, origins);
        foreach (var (waiting, home) in _waiting)
        {
            _said.Add(new Said(statement with { Span = waiting, Direct = true }, home, false));
        }
        _waiting.Clear();
        var isOutletsOwn = phrase is not null && chain.Exists(origin => origin.Span.Overlaps(phrase.Surface));
        _said.Add(new Said(statement, passage, isOutletsOwn) { Speaker = speaker });
    }

    // A quotation that stands alone goes on from the statement before it; one that never closes, into the next paragraph.
    private void Continue(Passage passage, Quote quote)
    {
        if (_said.Count > 0 && ReferenceEquals(_said[^1].Passage, passage) && _waiting.Count == 0)
        {
            _said.Add(_said[^1] with { Statement = _said[^1].Statement with { Span = quote.Span, Direct = true }, IsOutletsOwn = false });
        }
        else if (!quote.IsClosed || quote.First == 1)
        {
            if (quote.IsClosed && _said.Count > 0)
            {
                _said.Add(_said[^1] with { Statement = _said[^1].Statement with { Span = quote.Span, Direct = true }, Passage = passage, IsOutletsOwn = false });
                return;
            }
            _waiting.Add((quote.Span, passage));
        }
    }

    private void NoteSubject(Passage passage, int first, int end)
    {
        if (passage.QuoteAt[first] is null && speakers.Read(passage, first, Math.Min(end, first + SubjectReach)) is { Kind: SpeakerKind.Named } subject)
        {
            discourse.Subject(subject, _order);
        }
    }

    private static bool IsSame(ResolvedSpeaker a, ResolvedSpeaker b) => a.Name is null && b.Name is null ? a.Words.Any(b.Words.Contains) : a.Name == b.Name;

    private sealed record Said(Statement Statement, Passage Passage, bool IsOutletsOwn)
    {
        public ResolvedSpeaker? Speaker { get; init; }
    }
}
