using DiplomacyTracker.Data.Events;
using DiplomacyTracker.Extraction.Events;

namespace DiplomacyTracker.Scraper.Processing.Clustering;

/// <summary>Who takes part, over all tellings of one event.</summary>
internal static class ParticipantFacts
{
    // The surest telling stands; whoever was present was no longer only expected.
    private static readonly Attendance[] Surest =
        [Attendance.Present, Attendance.Represented, Attendance.Absent, Attendance.Expected, Attendance.Invited];

    public static List<ParticipantFact> Of(IReadOnlyList<EventReport> reports, OriginGroups origins) =>
    [
        .. reports
            .SelectMany(report => report.Content.Participants.Select(participant => (Report: report, Participant: participant)))
            .GroupBy(item => (item.Participant.Type, item.Participant.Entity.Key))
            .OrderBy(group => group.Key.Type).ThenBy(group => group.Key.Key, StringComparer.Ordinal)
            .Select(group =>
            {
                var attendance = Surest.First(state => group.Any(item => item.Participant.Attendance == state));
                var telling = group.First(item => item.Participant.Attendance == attendance).Participant;
                return new ParticipantFact(
                    telling.Type,
                    telling.Entity,
                    attendance,
                    group.Select(item => item.Participant.Office).FirstOrDefault(office => office is not null),
                    telling.By,
                    [.. group.Select(item => origins.Of(item.Report)).Distinct().Order(StringComparer.Ordinal)]);
            }),
    ];
}
