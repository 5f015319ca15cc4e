using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Statements;

/// <summary>
/// Finds quotations in one pass. Quotation marks inside a quotation nest. One that never closes ends before the comma of its reporting clause, or with its
/// paragraph; so a thousand of them cost no more than a thousand words.
/// </summary>
internal static class QuoteScanner
{
    public static void Mark(Passage passage, ReportingWords words)
    {
        int open = -1, comma = -1, depth = 0;
        for (var i = 0; i < passage.Count; i++)
        {
            var sign = passage.Tokens[i].Text[0];
            if (open >= 0 && comma < 0 && sign == ',' && i + 1 < passage.Count && words.IsFollowing(passage.Tokens[i + 1].Word))
            {
                comma = i;
            }
            if (sign is not ('"' or '“' or '”' or '„' or '«' or '»'))
            {
                continue;
            }
            if (open < 0)
            {
                // A closing mark without an opening one opens nothing.
                (open, comma, depth) = sign is '”' or '»' ? (-1, -1, 0) : (i, -1, 0);
            }
            else if (Opens(passage, i) && comma >= 0)
            {
                Add(passage, open, comma, comma, isClosed: false);
                (open, comma, depth) = (i, -1, 0);
            }
            else if (Opens(passage, i) && i > open + 1)
            {
                depth++;
            }
            else if (depth > 0)
            {
                depth--;
            }
            else
            {
                Add(passage, open, i, i + 1, isClosed: true);
                (open, comma) = (-1, -1);
            }
        }
        if (open >= 0)
        {
            var end = comma >= 0 ? comma : passage.Count;
            Add(passage, open, end, end, isClosed: false);
        }
    }

    private static bool Opens(Passage passage, int at) => passage.Tokens[at].Text[0] switch
    {
        '“' or '„' or '«' => true,
        '"' => !passage.IsGlued(at) && at + 1 < passage.Count && passage.IsGlued(at + 1) && passage.Tokens[at + 1].IsWord,
        _ => false,
    };

    private static void Add(Passage passage, int open, int end, int after, bool isClosed)
    {
        if (end <= open + 1)
        {
            return;
        }
        var quote = new Quote(open + 1, end, after, passage.Span(open + 1, end), isClosed);
        passage.Quotes.Add(quote);
        for (var i = open; i < after; i++)
        {
            passage.QuoteAt[i] = quote;
        }
    }
}
