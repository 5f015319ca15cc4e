using DiplomacyTracker.Data.Events;

namespace DiplomacyTracker.Scraper.Processing.Clustering.Comparing;

/// <summary>
/// How two values of one field stand to each other: null where they are the same in other words, or nothing sets them against each other. Which of two is right is
/// never judged, and the order of the two changes nothing.
/// </summary>
internal sealed class ValueComparer(KnownNames names)
{
    private readonly PlaceValues _places = new(names);
    private readonly AttendanceValues _attendance = new(names);
    private readonly SignatoryValues _signatories = new(names);

    public DifferenceClass? Compare(ClaimField field, ToldValue a, ToldValue b)
    {
        // Both can be true where they are about different things.
        if (a.Of is not null && b.Of is not null && names.Canonical(a.Of) != names.Canonical(b.Of))
        {
            return DifferenceClass.OtherScope;
        }
        return field switch
        {
            ClaimField.Date => DateValues.Compare(a, b),
            ClaimField.Count => NumberValues.Compare(a, b),
            ClaimField.Place => _places.Compare(a, b),
            ClaimField.Participant => _attendance.Compare(a, b),
            ClaimField.Signatory => _signatories.Compare(a, b),
            ClaimField.Outcome => OutcomeValues.Compare(a, b),
            _ => NameValues.Compare(names, a, b),
        };
    }
}
