using YamlDotNet.RepresentationModel;

namespace DiplomacyTracker.Tests.Architecture;

/// <summary>What can be known of the containers without running them.</summary>
public sealed class DeploymentTests
{
    [Theory]
    [InlineData("src/DiplomacyTracker.Web/Dockerfile")]
    [InlineData("src/DiplomacyTracker.Scraper/Dockerfile")]
    public void An_image_copies_files_that_exist_from_pinned_images_and_does_not_run_as_root(string path)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, path));
        var copied = lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..^1]).ToList();
        var images = lines.Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]).ToList();

        Assert.NotEmpty(copied);
        Assert.All(copied, file => Assert.True(Path.Exists(Path.Combine(Repository.Root, file)), file));
        Assert.All(images, image => Assert.Matches(@":\d+\.\d+", image));
        Assert.Contains(lines, line => line.StartsWith("USER ", StringComparison.Ordinal) && line != "USER root");
    }

    [Fact]
    public void Compose_pins_its_images_checks_health_and_takes_secrets_from_outside()
    {
        var compose = new YamlStream();
        using var reader = new StreamReader(Path.Combine(Repository.Root, "docker-compose.yml"));
        compose.Load(reader);
        var services = (YamlMappingNode)((YamlMappingNode)compose.Documents[0].RootNode)["services"];

        Assert.Equal(["database", "scraper", "web"], services.Children.Keys.Select(key => key.ToString()).Order());
        Assert.All(services.Children.Values.Cast<YamlMappingNode>(), service => Assert.True(service.Children.ContainsKey("healthcheck")));
        Assert.All(services.Children.Values.Cast<YamlMappingNode>().Where(service => service.Children.ContainsKey("build")), service =>
            Assert.True(File.Exists(Path.Combine(Repository.Root, service["build"]["dockerfile"].ToString()))));
        Assert.Matches(@"^postgres:\d+\.\d+$", services["database"]["image"].ToString());
        Assert.StartsWith("${TRACKER_DB_PASSWORD:?", services["database"]["environment"]["POSTGRES_PASSWORD"].ToString(), StringComparison.Ordinal);
    }
}
