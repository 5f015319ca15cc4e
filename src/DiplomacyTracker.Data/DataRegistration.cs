using DiplomacyTracker.Data.Editors;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DiplomacyTracker.Data;

public static class DataRegistration
{
    /// <summary>Registers <see cref="TrackerContext"/> (scoped) and its factory over one connection string.</summary>
    public static IServiceCollection AddDiplomacyData(this IServiceCollection services, string connectionString) =>
        services.AddDbContextFactory<TrackerContext>(options => options.UseNpgsql(WithoutJit(connectionString))
            // EF asks for its history table before it makes it, and would log that as a failure.
            .ConfigureWarnings(warnings => warnings.Ignore(Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.CommandError)));

    // Every query of ours ends before PostgreSQL would have compiled it, which took two thirds of the time that the look-up of reprints took.
    private static string WithoutJit(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.Options ??= "-c jit=off";
        return settings.ConnectionString;
    }

    /// <summary>Registers editors' accounts: long passwords without forced composition, lock-out after repeated failures. There is no open registration.</summary>
    public static IdentityBuilder AddEditors(this IServiceCollection services) =>
        services.AddIdentityCore<Editor>(options =>
        {
            options.Password.RequiredLength = 12;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            options.User.RequireUniqueEmail = false;
        }).AddRoles<IdentityRole<Guid>>().AddEntityFrameworkStores<TrackerContext>();
}
