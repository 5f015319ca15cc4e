using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DiplomacyTracker.Extraction.Mentions;

/// <summary>
/// Weights of features as an open-addressing table: eight bytes a feature, seven signed weights (one a tag) and one byte that tells features of one slot apart.
/// A feature that was never learned is not there, but for one in some thousands that meets another's byte.
/// </summary>
internal sealed class WeightTable(ulong[] slots)
{
    private readonly int _shift = 32 - BitOperations.Log2((uint)slots.Length);

    public ReadOnlySpan<ulong> Slots => slots;

    public static WeightTable Build(IEnumerable<(uint Feature, sbyte[] Weights)> features, int bits)
    {
        var table = new WeightTable(new ulong[1 << bits]);
        foreach (var (feature, weights) in features)
        {
            table.Put(feature, weights);
        }
        return table;
    }

    /// <summary>Asks for the weights of features to be brought near: the table is larger than the nearest cache. A hint, which reads nothing and cannot fail.</summary>
    public unsafe void Fetch(ReadOnlySpan<uint> features)
    {
        if (Sse.IsSupported)
        {
            foreach (var feature in features)
            {
                Sse.Prefetch0(Unsafe.AsPointer(ref slots[Home(feature)]));
            }
        }
    }

    /// <summary>Adds the weights of features to the scores of seven tags; the eighth score is of no meaning.</summary>
    public void AddTo(ref Vector128<short> scores, ReadOnlySpan<uint> features)
    {
        // Slots that are read before any is judged are waited for together.
        Span<ulong> first = stackalloc ulong[features.Length];
        for (var k = 0; k < features.Length; k++)
        {
            first[k] = slots[Home(features[k])];
        }
        // Whether a feature is there is anybody's guess, a wrong one is dear: its weights are masked rather than skipped, and the few that share a slot come last.
        Span<uint> taken = stackalloc uint[features.Length];
        var count = 0;
        var sum = scores;
        for (var k = 0; k < first.Length; k++)
        {
            var slot = first[k];
            var isOwn = (ulong)((long)((slot ^ MarkOf(features[k])) & 0xFF) - 1 >> 63);
            sum += Vector128.WidenLower(Vector128.CreateScalar(slot & isOwn).AsSByte());
            taken[count] = features[k];
            count += (int)((slot | (0 - slot)) >> 63 & ~isOwn);
        }
        scores = sum;
        foreach (var feature in taken[..count])
        {
            AddNext(ref scores, feature);
        }
    }

    private void AddNext(ref Vector128<short> scores, uint feature)
    {
        var mark = MarkOf(feature);
        var i = Home(feature) + 1;
        for (var slot = slots[i & (uint)(slots.Length - 1)]; slot != 0; slot = slots[++i & (uint)(slots.Length - 1)])
        {
            if ((byte)slot == mark)
            {
                scores += Vector128.WidenLower(Vector128.CreateScalar(slot).AsSByte());
                return;
            }
        }
    }

    private void Put(uint feature, sbyte[] weights)
    {
        ulong value = MarkOf(feature);
        for (var tag = 0; tag < weights.Length; tag++)
        {
            value |= (ulong)(byte)weights[tag] << (8 * (tag + 1));
        }
        var i = Home(feature);
        while (slots[i & (uint)(slots.Length - 1)] != 0)
        {
            i++;
        }
        slots[i & (uint)(slots.Length - 1)] = value;
    }

    private uint Home(uint feature) => ((feature * 2654435769) >> _shift) & (uint)(slots.Length - 1);

    // Never zero, which marks an empty slot.
    private static byte MarkOf(uint feature) => (byte)(feature | 1);
}
