namespace DiplomacyTracker.Scraper;

internal static class Program
{
    private static int Main() => 0;
}
