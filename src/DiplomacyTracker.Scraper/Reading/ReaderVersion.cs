using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using DiplomacyTracker.Scraper.Sources;

namespace DiplomacyTracker.Scraper.Reading;

/// <summary>
/// What a page was read with: this very build of the program and the outlet's definition. The build is a deterministic one, so that the same sources give the same version on every machine.
/// </summary>
internal static class ReaderVersion
{
    private static readonly ConditionalWeakTable<SourceDefinition, string> Known = [];
    private static readonly string Program = typeof(ReaderVersion).Module.ModuleVersionId.ToString("N")[..12];

    public static string Of(SourceDefinition? definition) => definition is null ? Program : Known.GetValue(definition, With);

    private static string With(SourceDefinition definition) =>
        $"{Program}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SourceCatalogue.Write(definition))))[..12]}";
}
