using DiplomacyTracker.Data.Articles;
using DiplomacyTracker.Data.Editors;
using DiplomacyTracker.Data.Entities;
using DiplomacyTracker.Extraction.Mentions;
using DiplomacyTracker.Extraction.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiplomacyTracker.Data.Corrections;

/// <summary>What an editor says of some words: that they name this, or that they name nothing. A revocation takes an earlier correction back.</summary>
public enum CorrectionKind
{
    Names,
    NamesNothing,
    Revocation,
}

/// <summary>
/// An editor's decision over the machine's output. Rows are only ever added. It targets words in their context, never a mention's id, so that it
/// holds when the article is tagged again, gets a new version or is read anew.
/// </summary>
public sealed class Correction
{
    public long Id { get; init; }

    public long ArticleId { get; init; }

    public Article? Article { get; init; }

    public CorrectionKind Kind { get; init; }

    public TextPart Part { get; init; }

    /// <summary>The words that are meant.</summary>
    public required string Quote { get; init; }

    /// <summary>Up to 40 UTF-16 units before and after the words.</summary>
    public required string Before { get; init; }

    public required string After { get; init; }

    /// <summary>Where the words stood when the correction was made: a hint, where words and context stand more than once.</summary>
    public int Start { get; init; }

    public EntityType? Type { get; init; }

    public int? EntityId { get; init; }

    public Entity? Entity { get; init; }

    /// <summary>What the machine had said, in words for the list of corrections.</summary>
    public string? MachineValue { get; init; }

    public string? Reason { get; init; }

    public Guid EditorId { get; init; }

    public Editor? Editor { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>The correction that this row revokes.</summary>
    public long? RevokesId { get; init; }

    public Correction? Revokes { get; init; }

    public long Revision { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Correction>
    {
        public void Configure(EntityTypeBuilder<Correction> builder)
        {
            builder.HasIndex(correction => new { correction.ArticleId, correction.MadeAt });
            builder.HasIndex(correction => correction.RevokesId).IsUnique();
        }
    }
}
