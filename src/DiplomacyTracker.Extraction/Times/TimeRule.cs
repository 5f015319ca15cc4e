using System.Text.RegularExpressions;

namespace DiplomacyTracker.Extraction.Times;

/// <summary>What a rule may look at beside its own words.</summary>
/// <param name="Published">The day of publication in the article's zone; null where undatable.</param>
/// <param name="Before">Up to forty characters before the words.</param>
/// <param name="Anchor">A day that the article names in full, for its dates without a year where it has no day of publication.</param>
internal readonly record struct TimeContext(DateOnly? Published, string Before, DateOnly? Anchor = null)
{
    /// <summary>The day near which a date without a year lies.</summary>
    public DateOnly? Near => Published ?? Anchor;

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

/// <summary>
/// A pattern, what each of its matches holds, and what its words mean. A pattern holds no repeat inside a repeat and reads a stretch around a trigger,
/// so that trying again costs a few steps at each word, whatever the text; the engine without any takes a third of a second to start.
/// </summary>
internal sealed class TimeRule(Trigger trigger, string pattern, Func<Match, TimeContext, TimeValue?> resolve)
{
    private readonly Regex _regex = new(
        $@"\b(?:{pattern})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public IEnumerable<Match> Matches(string text, List<(int Start, int End)>[] windows) => WindowMatches.Of(_regex, text, windows[(int)trigger]);

    /// <summary>Null where the words are no time after all.</summary>
    public TimeValue? Resolve(Match match, TimeContext context) => resolve(match, context);
}
