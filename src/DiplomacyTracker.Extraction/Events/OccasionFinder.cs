using DiplomacyTracker.Extraction.Linking;
using DiplomacyTracker.Extraction.Mentions;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>The meetings that a sentence names to say when or where something else is done: "menjelang KTT G20", "di sela-sela KTT NATO", "tiga hari setelah KTT Alaska".</summary>
internal sealed class OccasionFinder(SummitParser summits)
{
    public IEnumerable<ReportedOccasion> Find(SentenceView sentence)
    {
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Type == EntityType.Summit && AsideFinder.WhenOf(sentence, mention) is { } when && summits.Parse(mention.Surface) is { } meeting && (meeting.Series ?? meeting.Place) is not null)
            {
                yield return new ReportedOccasion(when, meeting, mention.Span);
            }
        }
    }
}
