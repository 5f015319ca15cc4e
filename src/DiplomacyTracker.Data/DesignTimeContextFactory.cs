using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DiplomacyTracker.Data;

/// <summary>What `dotnet ef migrations add` builds its model from; it never connects.</summary>
internal sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<TrackerContext>
{
    public TrackerContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<TrackerContext>().UseNpgsql("Host=localhost").Options);
}
