using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Statements;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Events;

/// <summary>Who takes part in a meeting, as one sentence says it.</summary>
internal static class AttendanceFinder
{
    // "menantu Presiden …": the other one is named to say whose kin or envoy it is. "Wakil Presiden …" is the vice president's own title.
    private static readonly string[] Kin = ["utusan", "menantu", "penasihat", "jubir", "putra", "putri", "istri", "suami"];

    private static readonly WordSet Standing = ["diwakili", "mewakili"];

    public static IEnumerable<ReportedParticipant> Find(SentenceView sentence, IReadOnlyList<Role> roles)
    {
        var stands = StandsFor(sentence, roles).ToList();
        return stands.Count > 0 ? stands : AttendanceOf(sentence.Folded) is { } state ? Listed(sentence, state, roles) : [];
    }

    private static Attendance? AttendanceOf(List<string> words)
    {
        var attends = words.Exists(word => word is "hadir" or "menghadiri" or "dihadiri" or "kehadiran" or "absen" or "undangan" or "diundang" or "mengikuti");
        var meets = words.Exists(word => word is "bertemu" or "menyambut" or "menemui" or "menjamu" or "menerima" or "tiba" or "berjabat");
        var negated = words.HasPair((word, next) => word is "tidak" or "tak" or "batal" && next is "hadir" or "menghadiri" or "akan" or "termasuk" or "mengirim" or "diundang")
            || words.Contains("absen");
        var outside = words.Contains("agenda") && negated;
        return outside || (negated && attends) ? Attendance.Absent
            : attends && words.Exists(word => word is "dijadwalkan" or "akan" or "direncanakan" or "bakal" or "diharapkan") ? Attendance.Expected
            : words.Contains("diundang") || words.Contains("undangan") ? Attendance.Invited
            : attends || meets ? Attendance.Present
            : null;
    }

    // "Washington diwakili oleh Utusan Khusus …", "Wakil Menteri … mewakili Indonesia": a sentence may say it of several states.
    private static IEnumerable<ReportedParticipant> StandsFor(SentenceView sentence, IReadOnlyList<Role> roles)
    {
        if (!sentence.Has(Standing))
        {
            yield break;
        }
        var verbs = Enumerable.Range(0, sentence.Folded.Count).Where(i => Standing.Contains(sentence.Folded[i])).ToList();
        for (var i = 0; i < verbs.Count; i++)
        {
            var at = sentence.Tokens[verbs[i]].Start;
            var from = i == 0 ? 0 : sentence.Tokens[verbs[i - 1]].End;
            var to = i + 1 < verbs.Count ? sentence.Tokens[verbs[i + 1]].Start : sentence.Span.End;
            var before = sentence.Mentions.Where(mention => mention.Span.Start >= from && mention.Span.End <= at && mention.Link is not null).ToList();
            var after = sentence.Mentions.Where(mention => mention.Span.Start > at && mention.Span.End <= to && mention.Link is not null).ToList();
            var found = sentence.Folded[verbs[i]] == "diwakili" ? Represented(sentence, before, after, roles) : Representing(sentence, before, after, roles);
            foreach (var participant in found)
            {
                yield return participant;
            }
        }
    }

    // The state is represented, its people are there.
    private static IEnumerable<ReportedParticipant> Represented(SentenceView sentence, List<Mention> before, List<Mention> after, IReadOnlyList<Role> roles)
    {
        var people = after.FindAll(mention => mention.Type == EntityType.Person && !IsInsideTitle(sentence, mention));
        var state = before.FindLast(mention => mention.Type == EntityType.Country);
        if (state is not null)
        {
            yield return new ReportedParticipant(state.Link!, state.Type, Attendance.Represented, null, people.FirstOrDefault()?.Link, state.Span);
        }
        foreach (var person in people)
        {
            yield return Participant(sentence, person, Attendance.Present, roles, state?.Link?.Key);
        }
    }

    // "Perdana Menteri China Li Qiang mewakili Presiden Xi Jinping": both the state and whoever should have come are represented.
    private static IEnumerable<ReportedParticipant> Representing(SentenceView sentence, List<Mention> before, List<Mention> after, IReadOnlyList<Role> roles)
    {
        if (before.FindLast(mention => mention.Type == EntityType.Person && !IsInsideTitle(sentence, mention)) is not { } person
            || after.Find(mention => mention.Type is EntityType.Country or EntityType.Person) is not { } principal)
        {
            yield break;
        }
        // The state is that of the title before the name, never one that is named elsewhere in the sentence.
        var role = roles.FirstOrDefault(role => role.Span.Contains(person.Span) && role.Span.End == person.Span.End);
        var own = before.FindLast(mention => mention.Type == EntityType.Country && role?.Span.Contains(mention.Span) == true)?.Link;
        var state = principal.Type == EntityType.Country ? principal.Link! : own;
        yield return Participant(sentence, person, Attendance.Present, roles, state?.Key);
        yield return new ReportedParticipant(principal.Link!, principal.Type, Attendance.Represented, null, person.Link, principal.Span);
        if (principal.Type == EntityType.Person && (state?.Key ?? principal.Link!.Country) is { } code)
        {
            yield return new ReportedParticipant(state ?? new EntityLink(code, code, code), EntityType.Country, Attendance.Represented, null, person.Link, principal.Span);
        }
    }

    private static IEnumerable<ReportedParticipant> Listed(SentenceView sentence, Attendance state, IReadOnlyList<Role> roles)
    {
        var people = sentence.Mentions.Where(mention => mention is { Type: EntityType.Person, Link: not null } && !IsInsideTitle(sentence, mention)).ToList();
        foreach (var person in people)
        {
            yield return Participant(sentence, person, state, roles, null);
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

    // "Presiden Dewan Eropa António Costa" comes for the body, not for the state that he is from.
    private static ReportedParticipant Participant(SentenceView sentence, Mention person, Attendance state, IReadOnlyList<Role> roles, string? country)
    {
        var role = roles.FirstOrDefault(role => role.Span.Contains(person.Span) && role.Span.End == person.Span.End);
        var (link, office) = role is { Body: not null, Country: null }
            ? (person.Link! with { Country = null }, sentence.Between(role.Span.Start, person.Span.Start))
            : (person.Link! with { Country = person.Link!.Country ?? role?.Country ?? country }, role?.Office);
        return new ReportedParticipant(link, EntityType.Person, state, office, null, person.Span);
    }

    /// <summary>"utusan khusus Presiden AS Donald Trump": the president is named to say whose envoy it is.</summary>
    private static bool IsInsideTitle(SentenceView sentence, Mention person)
    {
        var at = sentence.IndexOf(person);
        for (var i = at - 1; i >= Math.Max(0, at - 6); i--)
        {
            if (sentence.Folded[i] is "," or "dan" or "serta" or ";")
            {
                return false;
            }
            if (Kin.Contains(sentence.Folded[i]) && (at - i > 1 || sentence.Folded[i] == "menantu") && sentence.Folded[i + 1] is not "mahkota")
            {
                return true;
            }
        }
        return false;
    }
}
