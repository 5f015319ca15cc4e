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
    public static RowAnswers Open()
    {
        var tagger = new ArticleTagger(KnowledgeBase.Default);
        return rows =>
        {
            var ids = rows.Select(row => Rows.Any(row, "id")).ToList();
            var articles = rows.Select(ArticleOf).ToList();
            var tagged = tagger.TagAll(articles);
            return ids.Select((id, i) => (Action<Utf8JsonWriter>)(writer => Write(writer, id, articles[i], tagged[i])));
        };
    }

    private static ArticleText ArticleOf(JsonElement row) =>
        new(Rows.Optional(row, "title"), Rows.Required(row, "text"), [], PublishedAt(Rows.Optional(row, "publishedAt")), Rows.Optional(row, "source"));

    private static void Write(Utf8JsonWriter writer, JsonElement id, ArticleText article, TaggedArticle tagged)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("id");
        id.WriteTo(writer);
        WriteAll(writer, "mentions", tagged.Mentions, mention =>
        {
            WriteSpan(writer, mention.Span);
            writer.WriteString("surface", mention.Surface);
            writer.WriteString("type", NameOf(mention.Type));
            if (mention.Link is { } link)
            {
                writer.WriteStartObject("entity");
                writer.WriteString("key", link.Key);
                writer.WriteString("name", link.Name);
                writer.WriteString("country", link.Country);
                writer.WriteEndObject();
            }
            else
            {
                writer.WriteNull("entity");
            }
            writer.WriteNumber("confidence", mention.Confidence);
        });
        WriteAll(writer, "times", tagged.Times, time =>
        {
            WriteSpan(writer, time.Span);
            writer.WriteString("surface", time.Surface);
            writer.WriteString("kind", NameOf(time.Kind));
            writer.WriteString("value", time.Value);
            writer.WriteString("edtf", time.Edtf);
            writer.WriteString("flag", time.Flag switch { TimeFlag.WeekdayMismatch => "weekday-mismatch", TimeFlag.InvalidDate => "invalid-date", _ => null });
        });
        WriteAll(writer, "roles", tagged.Roles, role =>
        {
            writer.WriteString("person", role.Person);
            writer.WriteString("office", role.Office);
            writer.WriteString("country", role.Country);
            writer.WriteString("body", role.Body);
            writer.WriteString("mismatch", role.Mismatch);
        });
        WriteAll(writer, "statements", tagged.Statements, statement =>
        {
            WriteRange(writer, statement.Span);
            WritePart(writer, statement.Span);
            writer.WriteBoolean("direct", statement.Direct);
            writer.WriteString("quote", article.Of(statement.Span));
            writer.WriteString("speaker", statement.SpeakerName);
            writer.WriteString("entity", statement.SpeakerEntity?.Key);
            writer.WriteString("surface", statement.Speaker is { } span ? article.Of(span) : null);
            writer.WriteString("verb", statement.Verb);
            writer.WriteString("addressee", statement.Addressee);
            WriteStrings(writer, "origins", statement.Origins, origin => article.Of(origin.Span));
            WriteStrings(writer, "via", statement.Via, name => name);
        });
        WriteAll(writer, "events", tagged.Reports.Where(report => !report.IsReference), report => WriteEvent(writer, article, report));
        WriteAll(writer, "references", tagged.Reports.Where(report => report.IsReference), report =>
        {
            writer.WriteString("date", report.Time!.Edtf);
            writer.WriteString("place", report.Place!.Entity.Name);
            writer.WriteString("quote", article.Of(report.Sentence));
        });
        writer.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter writer, ArticleText article, Report report)
    {
        writer.WriteString("type", report.Type.ToString().ToUpperInvariant());
        writer.WriteString("status", NameOf(report.Status));
        if (report.Time is { } time)
        {
            writer.WriteStartObject("date");
            writer.WriteString("value", time.Value);
            writer.WriteString("edtf", time.Edtf);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("date");
        }
        writer.WriteString("place", report.Place?.Entity.Name);
        WriteSummit(writer, report.Summit);
        WriteStrings(writer, "actors", report.Actors, actor => actor.Key);
        WriteStrings(writer, "targets", report.Targets, target => target.Key);
        WriteStrings(writer, "countries", CountriesOf(report), country => country);
        WriteAll(writer, "participants", report.Participants, participant =>
        {
            writer.WriteString("entity", participant.Entity.Key);
            writer.WriteString("name", participant.Entity.Name);
            writer.WriteString("state", NameOf(participant.Attendance));
            writer.WriteString("by", participant.By?.Name);
        });
        WriteAll(writer, "figures", report.Figures, figure =>
        {
            writer.WriteString("of", figure.Of);
            writer.WriteNumber("value", figure.Value);
            writer.WriteBoolean("approximate", figure.Approximate);
        });
        WriteStrings(writer, "hosts", report.Hosts, host => host.Entity.Key);
        WriteAll(writer, "signatories", report.Signatories, signatory =>
        {
            writer.WriteString("entity", signatory.Entity.Key);
            writer.WriteString("state", signatory.State);
        });
        WriteStrings(writer, "agenda", report.Agenda, item => article.Of(item.Span));
        WriteAll(writer, "occasions", report.Occasions, occasion =>
        {
            writer.WriteString("when", NameOf(occasion.When));
            WriteSummit(writer, occasion.Meeting);
            writer.WriteString("quote", article.Of(occasion.Span));
        });
        WriteStrings(writer, "outcomes", report.Outcomes, outcome => article.Of(outcome.Span));
        WriteStrings(writer, "via", report.Via, name => name);
        writer.WriteString("quote", article.Of(report.Sentence));
    }

    private static IEnumerable<string> CountriesOf(Report report) => report.Actors.Concat(report.Targets).Concat(report.Participants.Select(participant => participant.Entity))
        .Concat(report.Place is { } place ? [place.Entity] : [])
        .Select(entity => entity.Country ?? (entity.Key.Length == 2 ? entity.Key : null)).OfType<string>().Distinct();

    private static void WriteSummit(Utf8JsonWriter writer, SummitReference? summit)
    {
        if (summit is null)
        {
            writer.WriteNull("summit");
            return;
        }
        writer.WriteStartObject("summit");
        writer.WriteString("series", summit.Series);
        WriteNumber(writer, "edition", summit.Edition);
        WriteNumber(writer, "year", summit.Year);
        writer.WriteString("place", summit.Place);
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, int? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void WriteSpan(Utf8JsonWriter writer, TextSpan span)
    {
        WritePart(writer, span);
        WriteRange(writer, span);
    }

    private static void WritePart(Utf8JsonWriter writer, TextSpan span) => writer.WriteString("part", span.Part == TextPart.Headline ? "headline" : null);

    private static void WriteRange(Utf8JsonWriter writer, TextSpan span)
    {
        writer.WriteNumber("start", span.Start);
        writer.WriteNumber("end", span.End);
    }

    private static void WriteAll<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteStrings<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Func<T, string> text)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStringValue(text(item));
        }
        writer.WriteEndArray();
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

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
