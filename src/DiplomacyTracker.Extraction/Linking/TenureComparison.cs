using DiplomacyTracker.Extraction.Knowledge;
using DiplomacyTracker.Extraction.Statements;
using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Extraction.Linking;

/// <summary>
/// Compares what an article calls people with the table of tenures. Where the table knows another holder on the day of publication, the role carries that
/// name: a lead for an editor, since the table may be out of date as well as the article wrong.
/// </summary>
internal sealed class TenureComparison
{
    private readonly KnowledgeBase _knowledge;
    private readonly Dictionary<string, TitleRow> _offices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names;

    public TenureComparison(KnowledgeBase knowledge)
    {
        _knowledge = knowledge;
        _names = knowledge.Persons.ToDictionary(row => row.Key, row => row.Name);
        foreach (var row in knowledge.Titles.Where(row => row.HasOneHolder))
        {
            foreach (var title in row.TitlesId)
            {
                _offices.TryAdd(title, row);
            }
        }
    }

    public IReadOnlyList<Role> Compare(ArticleText article, IReadOnlyList<Role> roles) =>
        article.PublishedAt is { } published ? [.. roles.Select(role => Compare(article, role, DateOnly.FromDateTime(published.DateTime)))] : roles;

    private Role Compare(ArticleText article, Role role, DateOnly day) =>
        (role.Country ?? role.Body) is { } body && _offices.TryGetValue(role.Office, out var office) && !IsOfAnotherTime(article, role)
        && _knowledge.HolderOf(body, office.Office, day) is { } holder && holder != role.PersonKey && _names.TryGetValue(holder, out var name) && name != role.Person
            ? role with { Mismatch = name }
            : role;

    // "mantan Presiden", "calon perdana menteri", "Plt. Menteri" claim no tenure.
    private static bool IsOfAnotherTime(ArticleText article, Role role)
    {
        var words = article.Of(role.Span.Part).AsSpan(0, role.Span.Start).TrimEnd();
        foreach (var word in (ReadOnlySpan<string>)["mantan", "eks", "bekas", "calon", "plt", "plt.", "pj", "pj.", "sementara", "wakil", "terpilih", "mendiang", "almarhum", "istri", "kandidat"])
        {
            if (words.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (words.Length == word.Length || !char.IsLetter(words[^(word.Length + 1)])))
            {
                return true;
            }
        }
        return false;
    }
}
