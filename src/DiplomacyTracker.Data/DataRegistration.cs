using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiplomacyTracker.Data;

public static class DataRegistration
{
    /// <summary>Registers <see cref="TrackerContext"/> (scoped) and its factory over one connection string.</summary>
    public static IServiceCollection AddDiplomacyData(this IServiceCollection services, string connectionString) =>
        services.AddDbContextFactory<TrackerContext>(options => options.UseNpgsql(connectionString));
}
