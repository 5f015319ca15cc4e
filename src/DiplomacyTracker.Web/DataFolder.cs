namespace DiplomacyTracker.Web;

/// <summary>Where the embedded PostgreSQL keeps its data: <c>.data</c> beside the solution when started from a clone, else in the working folder.</summary>
internal static class DataFolder
{
    public static string Default()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DiplomacyTracker.sln")))
            {
                return Path.Combine(folder.FullName, ".data");
            }
        }
        return Path.Combine(Directory.GetCurrentDirectory(), ".data");
    }
}
