using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Statements;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>Who takes part in a meeting, as one sentence says it.</summary>
internal static class AttendanceFinder
{
    private static readonly string[] Kin = ["utusan", "menantu", "penasihat", "jubir", "putra", "putri", "istri", "suami", "wakil", "mantan", "eks"];

    public static IEnumerable<ReportedParticipant> Find(SentenceView sentence, IReadOnlyList<Role> roles)
    {
        var words = sentence.Folded;
        var represented = IndexOf(words, "diwakili");
        var attendance = AttendanceOf(words);
        if (represented >= 0)
        {
            return Represented(sentence, represented, roles);
        }
        return attendance is { } state ? Listed(sentence, state, roles) : [];
    }

    private static Attendance? AttendanceOf(IReadOnlyList<string> words)
    {
        var attends = words.Any(word => word is "hadir" or "menghadiri" or "dihadiri" or "kehadiran" or "absen" or "undangan" or "diundang");
        var meets = words.Any(word => word is "bertemu" or "menyambut" or "menemui" or "menjamu" or "menerima" or "tiba" or "berjabat");
        var negated = words.Zip(words.Skip(1)).Any(pair => pair.First is "tidak" or "tak" or "batal" && pair.Second is "hadir" or "menghadiri" or "akan" or "termasuk" or "mengirim" or "diundang")
            || words.Contains("absen");
        var outside = words.Contains("agenda") && negated;
        return outside || (negated && attends) ? Attendance.Absent
            : attends && words.Any(word => word is "dijadwalkan" or "akan" or "direncanakan" or "bakal" or "diharapkan") ? Attendance.Expected
            : words.Contains("diundang") || words.Contains("undangan") ? Attendance.Invited
            : attends || meets ? Attendance.Present
            : null;
    }

    // "Washington diwakili oleh Utusan Khusus …, Steve Witkoff, serta …, Jared Kushner": the state is represented, its people are there.
    private static IEnumerable<ReportedParticipant> Represented(SentenceView sentence, int verb, IReadOnlyList<Role> roles)
    {
        var at = sentence.Tokens[verb].Start;
        var people = sentence.Mentions.Where(mention => mention.Span.Start > at && mention is { Type: EntityType.Person, Link: not null } && !IsInsideTitle(sentence, mention)).ToList();
        var state = sentence.Mentions.LastOrDefault(mention => mention.Span.End <= at && mention is { Type: EntityType.Country, Link: not null });
        if (state is not null)
        {
            yield return new ReportedParticipant(state.Link!, state.Type, Attendance.Represented, null, people.FirstOrDefault()?.Link, state.Span);
        }
        foreach (var person in people)
        {
            yield return Participant(person, Attendance.Present, roles, state?.Link?.Key);
        }
    }

    private static IEnumerable<ReportedParticipant> Listed(SentenceView sentence, Attendance state, IReadOnlyList<Role> roles)
    {
        var people = sentence.Mentions.Where(mention => mention is { Type: EntityType.Person, Link: not null } && !IsInsideTitle(sentence, mention)).ToList();
        foreach (var person in people)
        {
            yield return Participant(person, state, roles, null);
        }
        // A state stays away or is expected as such; where people are named, they stand for their states.
        if (people.Count == 0 && state is Attendance.Absent or Attendance.Expected or Attendance.Invited)
        {
            foreach (var country in sentence.Mentions.Where(mention => mention is { Type: EntityType.Country, Link: not null }).Take(1))
            {
                yield return new ReportedParticipant(country.Link!, EntityType.Country, state, null, null, country.Span);
            }
        }
    }

    private static ReportedParticipant Participant(Mention person, Attendance state, IReadOnlyList<Role> roles, string? country)
    {
        var role = roles.FirstOrDefault(role => role.Span.Contains(person.Span) && role.Span.End == person.Span.End);
        var link = person.Link!;
        return new ReportedParticipant(
            link.Country is null && (role?.Country ?? country) is { } known ? link with { Country = known } : link, EntityType.Person, state, role?.Office, null, person.Span);
    }

    /// <summary>"utusan khusus Presiden AS Donald Trump": the president is named to say whose envoy it is.</summary>
    private static bool IsInsideTitle(SentenceView sentence, Mention person)
    {
        var at = sentence.Tokens.FindIndex(token => token.Start == person.Span.Start);
        for (var i = at - 1; i >= Math.Max(0, at - 6); i--)
        {
            if (sentence.Folded[i] is "," or "dan" or "serta" or ";")
            {
                return false;
            }
            if (Kin.Contains(sentence.Folded[i]) && at - i > 1)
            {
                return true;
            }
            if (sentence.Folded[i] == "menantu")
            {
                return true;
            }
        }
        return false;
    }

    private static int IndexOf(IReadOnlyList<string> words, string word)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == word)
            {
                return i;
            }
        }
        return -1;
    }
}
