using System.Globalization;
using System.Text;

namespace DiplomacyTracker.Extraction.Text;

/// <summary>The form in which words are looked up: lower case, without diacritics, with plain apostrophes.</summary>
public static class NormalForm
{
    /// <summary>Folds a word or name. The result may be shorter than the input, so it is for look-up only, never for offsets.</summary>
    public static string Fold(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }
        var folded = new StringBuilder(text.Length);
        foreach (var c in Decompose(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(c is '’' or '‘' or 'ʼ' or '`' ? '\'' : char.ToLowerInvariant(c));
            }
        }
        return folded.ToString();
    }

    /// <summary>A slug of a name: lower-case ASCII letters and digits with single hyphens.</summary>
    public static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in Fold(name))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (c != '\'' && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }
        return slug.ToString().TrimEnd('-');
    }

    // A lone surrogate has no normal form; such text is folded as it stands.
    private static string Decompose(string text) => text.Any(char.IsSurrogate) ? text : text.Normalize(NormalizationForm.FormD);
}
