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

/// <summary>A word or figure that some rules cannot do without, wherever in their words it stands.</summary>
[Flags]
internal enum Needed
{
    Nothing = 0,
    Month = 1,
    Unit = 2,

    /// <summary>Four figures.</summary>
    Year = 4,

    /// <summary>Figures with a sign and another figure behind them.</summary>
    NumericDate = 8,
}

/// <summary>
/// A pattern, the words that its matches begin with, and what its words mean. A pattern holds no repeat inside a repeat and is tried only where one of its
/// beginnings stands, so that trying again costs a few steps at each word, whatever the text; the engine without any takes a third of a second to start.
/// </summary>
/// <param name="starts">What matches begin with, with "|" between: the first word of each counts; <see cref="Digit"/> stands for a figure.</param>
/// <param name="needs">What every match holds, not far from its beginning.</param>
/// <param name="named">The group that is the expression; null where the whole match is.</param>
internal sealed class TimeRule(string starts, Needed needs, string pattern, Func<Match, TimeContext, TimeValue?> resolve, string? named = null)
{
    public const string Digit = "#";

    private readonly Regex _regex = new($@"\G(?:{pattern})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public string Pattern => pattern;

    public string[] Starts { get; } = [.. starts.Split('|').Select(start => start.Split(' ')[0]).Distinct()];

    public Needed Needs => needs;

    public Match? MatchAt(string text, int start, int end) => _regex.Match(text, start, end - start) is { Success: true } match ? match : null;

    /// <summary>Where the expression of a match begins.</summary>
    public int StartOf(Match match) => named is null ? match.Index : match.Groups[named].Index;

    /// <summary>Null where the words are no time after all.</summary>
    public TimeValue? Resolve(Match match, TimeContext context) => resolve(match, context);
}
