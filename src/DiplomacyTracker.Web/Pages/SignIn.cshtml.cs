using DiplomacyTracker.Data.Editors;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace DiplomacyTracker.Web.Pages;

[EnableRateLimiting(Site.SignInLimit)]
[ResponseCache(NoStore = true)]
public sealed class SignInModel(SignInManager<Editor> signIn, UserManager<Editor> editors) : PageModel
{
    private const int LongestPassword = 256;

    public string? Name { get; private set; }

    public string ReturnUrl { get; private set; } = "/desk";

    public bool Failed { get; private set; }

    public void OnGet(string? returnUrl) => ReturnUrl = Local(returnUrl);

    public async Task<IActionResult> OnPostAsync(string? name, string? password, string? returnUrl)
    {
        (Name, ReturnUrl) = (name, Local(returnUrl));
        if (string.IsNullOrEmpty(name) || string.IsNullOrEmpty(password) || password.Length > LongestPassword)
        {
            Failed = true;
            return Page();
        }
        if (await editors.FindByNameAsync(name) is not { } editor)
        {
            // An unknown name takes as long as a known one: nobody learns which names exist.
            editors.PasswordHasher.VerifyHashedPassword(new Editor(), DummyHash, password);
            Failed = true;
            return Page();
        }
        var result = await signIn.PasswordSignInAsync(editor, password, isPersistent: false, lockoutOnFailure: true);
        Failed = !result.Succeeded;
        return Failed ? Page() : LocalRedirect(ReturnUrl);
    }

    private static readonly string DummyHash = new PasswordHasher<Editor>().HashPassword(new Editor(), Guid.NewGuid().ToString());

    private string Local(string? returnUrl) => returnUrl is not null && Url.IsLocalUrl(returnUrl) ? returnUrl : "/desk";
}
