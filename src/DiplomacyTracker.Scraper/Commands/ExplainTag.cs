using System.Globalization;
using System.Text.Json;
using DiplomacyTracker.Extraction;
using DiplomacyTracker.Extraction.Events;
using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;
using DiplomacyTracker.Extraction.Times;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`explain tag`: what the extractor finds in one text.</summary>
internal static class ExplainTag
{
    public static Func<JsonElement, object> Open()
    {
        var tagger = new ArticleTagger(KnowledgeBase.Default);
        return row => Answer(tagger, row);
    }

    private static object Answer(ArticleTagger tagger, JsonElement row)
    {
        var article = new ArticleText(
            Rows.Optional(row, "title"), Rows.Required(row, "text"), [], PublishedAt(Rows.Optional(row, "publishedAt")), Rows.Optional(row, "source"));
        var tagged = tagger.Tag(article);
        return new
        {
            id = row.GetProperty("id"),
            mentions = tagged.Mentions.Select(mention => new
            {
                part = Part(mention.Span),
                start = mention.Span.Start,
                end = mention.Span.End,
                surface = mention.Surface,
                type = mention.Type.ToString().ToLowerInvariant(),
                entity = mention.Link is { } link ? new { key = link.Key, name = link.Name, country = link.Country } : null,
                confidence = mention.Confidence,
            }),
            times = tagged.Times.Select(time => new
            {
                part = Part(time.Span),
                start = time.Span.Start,
                end = time.Span.End,
                surface = time.Surface,
                kind = time.Kind.ToString().ToLowerInvariant(),
                value = time.Value,
                edtf = time.Edtf,
                flag = time.Flag switch { TimeFlag.WeekdayMismatch => "weekday-mismatch", TimeFlag.InvalidDate => "invalid-date", _ => null },
            }),
            roles = tagged.Roles.Select(role => new { person = role.Person, office = role.Office, country = role.Country, body = role.Body, mismatch = role.Mismatch }),
            statements = tagged.Statements.Select(statement => new
            {
                start = statement.Span.Start,
                end = statement.Span.End,
                part = Part(statement.Span),
                direct = statement.Direct,
                quote = article.Of(statement.Span),
                speaker = statement.SpeakerName,
                entity = statement.SpeakerEntity?.Key,
                surface = statement.Speaker is { } span ? article.Of(span) : null,
                verb = statement.Verb,
                addressee = statement.Addressee,
                origins = statement.Origins.Select(origin => article.Of(origin.Span)),
                via = statement.Via,
            }),
            events = tagged.Reports.Where(report => !report.IsReference).Select(report => Event(article, report)),
            references = tagged.Reports.Where(report => report.IsReference).Select(report => new { date = report.Time!.Edtf, place = report.Place!.Entity.Name, quote = article.Of(report.Sentence) }),
        };
    }

    private static object Event(ArticleText article, Report report) => new
    {
        type = report.Type.ToString().ToUpperInvariant(),
        status = report.Status.ToString().ToLowerInvariant(),
        date = report.Time is { } time ? new { value = time.Value, edtf = time.Edtf } : null,
        place = report.Place?.Entity.Name,
        summit = report.Summit,
        actors = report.Actors.Select(actor => actor.Key),
        targets = report.Targets.Select(target => target.Key),
        countries = report.Actors.Concat(report.Targets).Concat(report.Participants.Select(participant => participant.Entity)).Concat(report.Place is { } place ? [place.Entity] : [])
            .Select(entity => entity.Country ?? (entity.Key.Length == 2 ? entity.Key : null)).OfType<string>().Distinct(),
        participants = report.Participants.Select(participant => new
        {
            entity = participant.Entity.Key,
            name = participant.Entity.Name,
            state = participant.Attendance.ToString().ToLowerInvariant(),
            by = participant.By?.Name,
        }),
        figures = report.Figures.Select(figure => new { of = figure.Of, value = figure.Value, approximate = figure.Approximate }),
        hosts = report.Hosts.Select(host => host.Entity.Key),
        signatories = report.Signatories.Select(signatory => new { entity = signatory.Entity.Key, state = signatory.State }),
        agenda = report.Agenda.Select(item => article.Of(item.Span)),
        occasions = report.Occasions.Select(occasion => new { when = occasion.When.ToString().ToLowerInvariant(), summit = occasion.Meeting, quote = article.Of(occasion.Span) }),
        outcomes = report.Outcomes.Select(outcome => article.Of(outcome.Span)),
        via = report.Via,
        quote = article.Of(report.Sentence),
    };

    private static string? Part(TextSpan span) => span.Part == TextPart.Headline ? "headline" : null;

    private static DateTimeOffset? PublishedAt(string? text)
    {
        if (text is null)
        {
            return null;
        }
        // A stamp without a zone is WIB.
        var hasZone = text.EndsWith('Z') || (text.Length > 10 && text.AsSpan(10).IndexOfAny('+', '-') >= 0);
        return DateTimeOffset.TryParse(hasZone ? text : text + (text.Length == 10 ? "T00:00+07:00" : "+07:00"), CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at
            : throw new FormatException($"publishedAt is not a date: {text}");
    }
}
