using System.Text.RegularExpressions;

namespace DiplomacyTracker.Extraction.Times;

/// <summary>What a rule may look at beside its own words.</summary>
/// <param name="Published">The day of publication in the article's zone; null where undatable.</param>
/// <param name="Before">Up to forty characters before the words.</param>
internal readonly record struct TimeContext(DateOnly? Published, string Before)
{
    /// <summary>Whether the words before look ahead.</summary>
    public bool LooksAhead
    {
        get
        {
            var before = Before.ToLowerInvariant();
            return before.EndsWith("hingga ", StringComparison.Ordinal) || before.EndsWith("sampai ", StringComparison.Ordinal) || before.Contains(" akan ", StringComparison.Ordinal)
                || before.Contains("dijadwalkan", StringComparison.Ordinal) || before.Contains("berencana", StringComparison.Ordinal);
        }
    }
}

/// <summary>A pattern and what its words mean. Patterns run in linear time (no backtracking), whatever the text.</summary>
internal sealed class TimeRule(string pattern, Func<Match, TimeContext, TimeValue?> resolve)
{
    private readonly Regex _regex = new(
        $@"\b(?:{pattern})", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public IEnumerable<Match> Matches(string text) => _regex.Matches(text);

    /// <summary>Null where the words are no time after all.</summary>
    public TimeValue? Resolve(Match match, TimeContext context) => resolve(match, context);
}
