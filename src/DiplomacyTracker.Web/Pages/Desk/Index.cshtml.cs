using DiplomacyTracker.Data;
using DiplomacyTracker.Data.Editors;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DiplomacyTracker.Web.Pages.Desk;

[ResponseCache(NoStore = true)]
public sealed class IndexModel(TrackerContext db, SignInManager<Editor> signIn) : PageModel
{
    private const int Most = 40;

    public IReadOnlyList<Row> Articles { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Articles = await db.Articles.Where(article => article.TakenDownAt == null).OrderByDescending(article => article.PublishedAt).ThenByDescending(article => article.Id).Take(Most)
            .Select(article => new Row(
                article.Id, article.Title, article.Source!.Name,
                db.Mentions.Count(mention => mention.ArticleId == article.Id && mention.EntityId == null && mention.SupersededById == null)))
            .ToListAsync(cancellationToken);

    public async Task<IActionResult> OnPostSignOutAsync()
    {
        await signIn.SignOutAsync();
        return LocalRedirect("/");
    }

    public sealed record Row(long Id, string Title, string Source, int Unlinked);
}
