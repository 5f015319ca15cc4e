using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Linking;

/// <summary>Points each mention to one entity or, honestly, to none.</summary>
internal sealed class EntityLinker(KnowledgeBase knowledge, SummitParser parser)
{
    private const double Sure = 0.95;
    private const double Likely = 0.8;
    private const double Guessed = 0.6;

    private static readonly WordSet OfficesOfNote =
        ["president", "vice-president", "prime-minister", "chancellor", "king", "queen", "emir", "crown-prince", "supreme-leader", "foreign-minister", "secretary-general", "high-representative", "pope"];

    private readonly SummitLookup _summits = new(knowledge, parser);

    public List<Mention> Link(IReadOnlyList<FoundMention> found, DateTimeOffset? publishedAt)
    {
        var people = new PersonNames(found, key => publishedAt is not { } at || knowledge.OfficesOf(key, DateOnly.FromDateTime(at.Date)).Any(tenure => OfficesOfNote.Contains(tenure.Office)));
        DateOnly? day = publishedAt is { } published ? DateOnly.FromDateTime(published.DateTime) : null;
        var namesakes = new Namesakes();
        var summits = new SummitNames(_summits, found, day);
        var mentions = found.Select(mention => LinkOne(mention, people, namesakes, summits)).ToList();
        PlaceStates.Fill(found, mentions);
        return mentions;
    }

    private static Mention LinkOne(FoundMention found, PersonNames people, Namesakes namesakes, SummitNames summits)
    {
        var candidate = found.Candidate;
        var (link, confidence) = candidate.Type switch
        {
            EntityType.Summit => (summits.LinkOf(found), Likely),
            EntityType.Person => PersonLink(found, people),
            _ when namesakes.Meant(found) is { } entry => (new EntityLink(entry.Key, entry.Name, entry.Country), entry.IsSeat ? Likely : Sure),
            EntityType.Country => (null, Guessed),
            _ when candidate.FullName is { } name => (new EntityLink(NormalForm.Slug(name), name, null, Known: false), Guessed),
            _ => (PersonNames.New(found), Guessed),
        };
        return new Mention(found.Span, found.Surface, candidate.Type, link, confidence);
    }

    private static (EntityLink?, double) PersonLink(FoundMention found, PersonNames people)
    {
        var (link, inFull) = people.LinkOf(found);
        return (link, link is null || !link.Known ? Guessed : inFull && found.Candidate.Entry is { IsShort: false } ? Sure : Likely);
    }
}
