using System.Reflection;
using System.Text.RegularExpressions;

namespace DiplomacyTracker.Tests.Architecture;

/// <summary>Which project may know which. Read from the compiled assemblies, and from the source where an arrow is allowed in one file alone.</summary>
public sealed class ProjectArrowTests
{
    private const string Prefix = "DiplomacyTracker.";

    [Theory]
    [InlineData("Extraction", "")]
    [InlineData("Data", "Extraction")]
    [InlineData("Newsroom", "")]
    [InlineData("Scraper", "Data Extraction")]
    [InlineData("Web", "Data Extraction Scraper Newsroom")]
    public void A_project_refers_only_to_those_it_may_know(string project, string allowed)
    {
        var references = Assembly.Load(Prefix + project).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..]);

        Assert.Empty(references.Except(allowed.Split(' ')));
    }

    [Fact]
    public void Web_knows_the_worker_and_the_newsroom_only_where_the_process_is_composed()
    {
        var web = Path.Combine(Repository.Root, "src", "DiplomacyTracker.Web");
        var strays = Directory.EnumerateFiles(web, "*.cs*", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(web, file).StartsWith("obj", StringComparison.Ordinal)
                && !Path.GetRelativePath(web, file).StartsWith("bin", StringComparison.Ordinal)
                && Path.GetRelativePath(web, file) != "Program.cs"
                && !file.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(file => Regex.IsMatch(File.ReadAllText(file), @"DiplomacyTracker\.(Scraper|Newsroom)"));

        Assert.Empty(strays);
    }

    [Fact]
    public void Extraction_needs_no_database_no_network_and_no_logger()
    {
        var references = Assembly.Load(Prefix + "Extraction").GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.DoesNotContain(references, name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || name.StartsWith("System.Net.Http", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Extensions.Logging", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_data_knows_how_tables_are_configured()
    {
        foreach (var project in (string[])["Scraper", "Web"])
        {
            var types = Assembly.Load(Prefix + project).GetTypes();
            Assert.DoesNotContain(types, type => type.GetInterfaces().Any(i => i.Name.StartsWith("IEntityTypeConfiguration", StringComparison.Ordinal)));
        }
    }
}
