using DiplomacyTracker.Data;
using DiplomacyTracker.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiplomacyTracker.Web.Pages.Topics;

public sealed class IndexModel(TrackerContext db) : PageModel
{
    // Series and curated topics are a few hundred at most; past that the list is cut, and search finds the rest.
    private const int Most = 300;

    public IReadOnlyList<TopicRow> Topics { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Topics = await db.TopicRowsAsync(Most, cancellationToken);
}
