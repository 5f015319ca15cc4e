using System.Text.RegularExpressions;
using AngleSharp.Css.Parser;
using DiplomacyTracker.Scraper.Fetching;

namespace DiplomacyTracker.Scraper.Sources;

/// <summary>What is wrong with a definition, in words for who wrote it.</summary>
internal static partial class DefinitionProblems
{
    private static readonly string[] Modes = ["feed", "sitemap", "list"];

    public static IEnumerable<string> Of(SourceDefinition definition, AddressGuard guard)
    {
        if (!Key().IsMatch(definition.Key))
        {
            yield return $"key \"{definition.Key}\" is not made of small letters, digits and single hyphens";
        }
        if (string.IsNullOrWhiteSpace(definition.Name) || string.IsNullOrWhiteSpace(definition.Family))
        {
            yield return "name and family are needed";
        }
        if (!Zone().IsMatch(definition.Zone))
        {
            yield return $"zone \"{definition.Zone}\" is none of WIB, WITA, WIT, UTC or an offset like +07:00";
        }
        if (!definition.Channels().Any())
        {
            yield return "a feed, a sitemap or a list page is needed";
        }
        if (definition.Order.Except(Modes).FirstOrDefault() is { } mode)
        {
            yield return $"order \"{mode}\" is none of {string.Join(", ", Modes)}";
        }
        foreach (var problem in Addresses(definition, guard).Concat(Patterns(definition)).Concat(Selectors(definition.Page)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Addresses(SourceDefinition definition, AddressGuard guard)
    {
        var archives = definition.Archives.Select(pattern => ArchivePattern.Fill(pattern, new DateOnly(2025, 1, 2), 1));
        foreach (var url in definition.Channels().Select(channel => channel.Url).Concat(archives).Concat(definition.Home is { } home ? [home] : []))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !guard.AllowsWithoutConnecting(address))
            {
                yield return $"\"{url}\" is no public http address";
            }
        }
    }

    private static IEnumerable<string> Patterns(SourceDefinition definition)
    {
        foreach (var pattern in definition.Archives.Where(pattern => !pattern.Contains("{page}", StringComparison.Ordinal) && !ArchivePattern.HasDate(pattern)))
        {
            yield return $"archive \"{pattern}\" has neither {{page}} nor {{date:FORMAT}}";
        }
        if (definition.Shape is { } shape && PageShapes.Find(shape) is null)
        {
            yield return $"shape \"{shape}\" is none of {string.Join(", ", PageShapes.Names)}";
        }
    }

    private static IEnumerable<string> Selectors(PageRule rule)
    {
        var parser = new CssSelectorParser();
        foreach (var selector in new[] { rule.Title, rule.Body, rule.Date, rule.Byline, rule.Tags }.OfType<string>().Concat(rule.Drop))
        {
            if (parser.ParseSelector(selector) is null)
            {
                yield return $"\"{selector}\" is no CSS selector";
            }
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Key();

    [GeneratedRegex(@"^(WIB|WITA|WIT|UTC|[+-]\d{2}:\d{2})$")]
    private static partial Regex Zone();
}
