using System.Globalization;
using System.Text;

namespace DiplomacyTracker.Data.Entities;

/// <summary>Makes the part of an address that names something: lower-case ASCII letters and digits with single hyphens, at most 80 characters.</summary>
public static class EntitySlug
{
    private const int Longest = 80;

    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
            if (slug.Length == Longest)
            {
                break;
            }
        }
        return slug.ToString().Trim('-') is { Length: > 0 } some ? some : "tanpa-nama";
    }
}
