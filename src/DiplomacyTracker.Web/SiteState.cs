namespace DiplomacyTracker.Web;

/// <summary>What every page knows of this installation.</summary>
/// <param name="IsDemo">True where the articles come from the Newsroom.</param>
public sealed record SiteState(bool IsDemo);
