using DiplomacyTracker.Extraction.Text;

namespace DiplomacyTracker.Data.Entities;

/// <summary>Makes the part of an address that names something: <see cref="NormalForm.Slug"/> of at most 80 characters, never empty.</summary>
public static class EntitySlug
{
    private const int Longest = 80;

    public static string Of(string name)
    {
        var slug = NormalForm.Slug(name);
        slug = slug.Length <= Longest ? slug : slug[..Longest].TrimEnd('-');
        return slug is "" ? "tanpa-nama" : slug;
    }
}
