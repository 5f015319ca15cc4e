using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Postgres;
using DiplomacyTracker.Newsroom;
using DiplomacyTracker.Scraper;
using DiplomacyTracker.Web;
using DiplomacyTracker.Web.Editing;
using DiplomacyTracker.Web.Feeds;
using DiplomacyTracker.Web.Text;

var isDemo = args.Contains("--demo");
var builder = WebApplication.CreateBuilder([.. args.Where(argument => argument != "--demo")]);
var given = builder.Configuration.GetConnectionString("Tracker");
if (isDemo && !string.IsNullOrEmpty(given))
{
    Console.Error.WriteLine("--demo is refused where ConnectionStrings:Tracker is set: some of its articles are wrong on purpose.");
    return 2;
}
var folder = builder.Configuration["data"] ?? Path.Combine(DataFolder.Default(), isDemo ? "demo" : "");
var postgres = default(EmbeddedPostgres);
var newsroom = default(NewsroomServer);
try
{
    if (string.IsNullOrEmpty(given))
    {
        postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(folder, builder.Configuration["Postgres:BinDirectory"]), CancellationToken.None);
        Console.WriteLine(postgres.Description);
    }
    // With a configured database the worker is a process of its own.
    var runsWorker = postgres is not null;
    builder.Services.AddDiplomacyData(given ?? postgres!.ConnectionString).AddStages(builder.Configuration);
    builder.Services.AddSite(builder.Configuration, folder, isDemo);
    if (isDemo)
    {
        newsroom = await KeptPress.StartAsync(
            Path.Combine(folder, "newsroom.port"), builder.Configuration.GetValue<int?>("Newsroom:Port"), builder.Configuration.GetValue("Newsroom:EditsAfter", TimeSpan.FromMinutes(4)), CancellationToken.None);
        builder.Services.UseSources(newsroom.SourcesYaml());
        builder.Configuration.AddInMemoryCollection(DemoSettings.For(newsroom.Outlets.Select(outlet => outlet.Home.Authority)));
        Console.WriteLine($"Newsroom: {newsroom.Outlets.Count} invented outlets, {SampleArticles.All.Count} articles, on {string.Join(", ", newsroom.Outlets.Select(outlet => outlet.Home.Authority))}");
    }
    if (runsWorker)
    {
        builder.Services.RunStages();
    }
    await using var app = builder.Build();
    await Worker.PrepareAsync(app.Services, withSources: runsWorker, Console.WriteLine, CancellationToken.None);
    if (isDemo)
    {
        Console.WriteLine(await DemoEditor.EnsureAsync(app.Services));
    }
    app.UseSite();
    app.MapRazorPages();
    app.MapFeeds();
    app.MapPreferences();
    if (app.Urls.Count == 0 && builder.Configuration["urls"] is null)
    {
        app.Urls.Add("http://localhost:5080");
    }
    await app.StartAsync();
    Console.WriteLine($"Diplomacy Tracker is at {string.Join(" ", app.Urls)}  (Ctrl-C stops it)");
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception e) when (DatabaseFaults.Sentence(e) is { } sentence)
{
    Console.Error.WriteLine(sentence);
    return 1;
}
catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    Console.Error.WriteLine($"{e.Message} Choose another address with --urls http://localhost:PORT, for the sample press with --Newsroom:Port PORT.");
    return 1;
}
finally
{
    if (newsroom is not null)
    {
        await newsroom.DisposeAsync();
    }
    if (postgres is not null)
    {
        await postgres.DisposeAsync();
    }
}
