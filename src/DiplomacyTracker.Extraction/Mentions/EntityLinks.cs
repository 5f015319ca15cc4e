namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>Lists that name an entity once, whatever it is called in each place.</summary>
internal static class EntityLinks
{
    /// <summary>Adds an entity that is not in the list yet.</summary>
    public static void AddOnce(this List<EntityLink> links, EntityLink link)
    {
        if (!links.Has(link))
        {
            links.Add(link);
        }
    }

    public static bool Has(this List<EntityLink> links, EntityLink link)
    {
        foreach (var known in links)
        {
            if (known.Key == link.Key)
            {
                return true;
            }
        }
        return false;
    }
}
