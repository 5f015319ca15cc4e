using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace DiplomacyTracker.Data;

/// <summary>Inserts many rows of one entity by COPY, which costs a small part of what statement after statement costs.</summary>
public static class BulkCopy
{
    /// <summary>Writes inside the open transaction. Keys that the database makes are left to it and are not read back.</summary>
    public static Task BulkInsertAsync<TRow>(this TrackerContext db, IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken)
        where TRow : class =>
        CopyAsync(db, rows, withKeys: false, cancellationToken);

    /// <summary>Writes inside the open transaction, with keys that were taken before by <see cref="TakeKeysAsync"/>, so that rows below these can name them.</summary>
    public static Task BulkInsertWithKeysAsync<TRow>(this TrackerContext db, IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken)
        where TRow : class =>
        CopyAsync(db, rows, withKeys: true, cancellationToken);

    /// <summary>Keys that the database gives to nobody else, in their order.</summary>
    public static async Task<List<long>> TakeKeysAsync<TRow>(this TrackerContext db, int count, CancellationToken cancellationToken)
        where TRow : class
    {
        if (count == 0)
        {
            return [];
        }
        var entity = EntityOf<TRow>(db);
        var (table, column) = (entity.GetTableName(), entity.FindPrimaryKey()!.Properties[0].GetColumnName());
        var keys = await db.Database.SqlQuery<long>($"SELECT nextval(pg_get_serial_sequence({table}, {column})) AS \"Value\" FROM generate_series(1, {count})").ToListAsync(cancellationToken);
        keys.Sort();
        return keys;
    }

    private static IEntityType EntityOf<TRow>(TrackerContext db) =>
        db.Model.FindEntityType(typeof(TRow)) ?? throw new InvalidOperationException($"{typeof(TRow).Name} is no entity.");

    private static async Task CopyAsync<TRow>(TrackerContext db, IReadOnlyCollection<TRow> rows, bool withKeys, CancellationToken cancellationToken)
        where TRow : class
    {
        if (rows.Count == 0)
        {
            return;
        }
        var entity = EntityOf<TRow>(db);
        var columns = entity.GetProperties().Where(property => property.ValueGenerated == ValueGenerated.Never || (withKeys && property.IsPrimaryKey())).ToList();
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        if (connection.State != ConnectionState.Open)
        {
            throw new InvalidOperationException("Rows are copied inside a transaction.");
        }
        var command = $"COPY {entity.GetTableName()} ({string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""))}) FROM STDIN (FORMAT BINARY)";
        await using var importer = await connection.BeginBinaryImportAsync(command, cancellationToken);
        var writers = columns.ConvertAll(column => (Read: Reader(column), Type: column.GetColumnType()));
        foreach (var row in rows)
        {
            await importer.StartRowAsync(cancellationToken);
            foreach (var (read, type) in writers)
            {
                if (read(row) is { } value)
                {
                    await importer.WriteAsync(value, type, cancellationToken);
                }
                else
                {
                    await importer.WriteNullAsync(cancellationToken);
                }
            }
        }
        await importer.CompleteAsync(cancellationToken);
    }

    private static Func<object, object?> Reader(IProperty property)
    {
        var getter = property.GetGetter();
        var converter = property.GetTypeMapping().Converter;
        return converter is null
            ? getter.GetClrValue
            : row => getter.GetClrValue(row) is { } value ? converter.ConvertToProvider(value) : null;
    }
}
