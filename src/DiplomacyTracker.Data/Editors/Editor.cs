using Microsoft.AspNetCore.Identity;

namespace DiplomacyTracker.Data.Editors;

/// <summary>Somebody who may correct what the extractor found.</summary>
public sealed class Editor : IdentityUser<Guid>
{
    /// <summary>The name that readers see beside a correction.</summary>
    public string DisplayName { get; set; } = "";
}
