namespace DiplomacyTracker.Tests;

/// <summary>Where the sources are, and the samples that may lie beside them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder of the samples beside the repository; the test is skipped where they are absent.</summary>
    public static string SharedOrSkip(string path)
    {
        var full = Path.Combine(Root, "..", "shared", path);
        if (!Path.Exists(full))
        {
            Assert.Skip($"The samples are not here: ../shared/{path}");
        }
        return Path.GetFullPath(full);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DiplomacyTracker.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
