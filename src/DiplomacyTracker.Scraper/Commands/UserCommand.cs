using System.CommandLine;
using System.Security.Cryptography;
using DiplomacyTracker.Data.Editors;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`user add NAME`: makes an editor's account; the password is made here, shown once and stored only as a hash.</summary>
internal static class UserCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "The name to sign in with." };
        var display = new Option<string?>("--display") { Description = "The name that readers see beside corrections." };
        var data = DatabaseOptions.Data();
        var add = new Command("add", "Adds an editor and prints the password once.") { name, display, data };
        add.SetAction((parsed, cancellationToken) => DatabaseOptions.RunAsync(parsed.GetValue(data)!, prepare: true, async services =>
        {
            var editors = services.GetRequiredService<UserManager<Editor>>();
            var account = parsed.GetRequiredValue(name);
            var password = NewPassword();
            var result = await editors.CreateAsync(new Editor { UserName = account, DisplayName = parsed.GetValue(display) ?? account, LockoutEnabled = true }, password);
            if (!result.Succeeded)
            {
                await Console.Error.WriteLineAsync(string.Join(' ', result.Errors.Select(error => error.Description)));
                return CommandLine.SomeInputWasBad;
            }
            await Console.Out.WriteLineAsync($"{account}\t{password}");
            return 0;
        }, cancellationToken));
        return new Command("user", "Editors' accounts.") { add };
    }

    internal static string NewPassword() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 20);
}
