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
                _ = Letters(c) is { } letters ? folded.Append(letters) : folded.Append(char.ToLowerInvariant(c));
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

    // Letters of Latin alphabets that no normal form takes apart, as news agencies write them in plain letters; and apostrophes.
    private static string? Letters(char c) => c switch
    {
        '’' or '‘' or 'ʼ' or '`' => "'",
        'ł' or 'Ł' => "l",
        'ø' or 'Ø' => "o",
        'đ' or 'Đ' => "d",
        'ı' => "i",
        'ß' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'þ' or 'Þ' => "th",
        'ð' or 'Ð' => "d",
        _ => null,
    };

    // A lone surrogate has no normal form; such text is folded as it stands.
    private static string Decompose(string text) => text.Any(char.IsSurrogate) ? text : text.Normalize(NormalizationForm.FormD);
}
