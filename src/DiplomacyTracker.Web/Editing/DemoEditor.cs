using System.Security.Cryptography;
using DiplomacyTracker.Data.Editors;
using Microsoft.AspNetCore.Identity;

namespace DiplomacyTracker.Web.Editing;

/// <summary>The editor of the demonstration: a new password at every start, shown on the console.</summary>
internal static class DemoEditor
{
    private const string Name = "redaksi";

    public static async Task<string> EnsureAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var editors = scope.ServiceProvider.GetRequiredService<UserManager<Editor>>();
        if (await editors.FindByNameAsync(Name) is { } former)
        {
            await editors.RemovePasswordAsync(former);
        }
        else
        {
            await editors.CreateAsync(new Editor { UserName = Name, DisplayName = "Redaktur contoh", LockoutEnabled = true });
        }
        var editor = await editors.FindByNameAsync(Name) ?? throw new InvalidOperationException("The demonstration's editor could not be made.");
        var password = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 14);
        var result = await editors.AddPasswordAsync(editor, password);
        return result.Succeeded ? $"Editor's sign-in: {Name} / {password}" : string.Join(' ', result.Errors.Select(error => error.Description));
    }
}
