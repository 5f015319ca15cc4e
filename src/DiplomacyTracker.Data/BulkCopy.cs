using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace DiplomacyTracker.Data;

/// <summary>Inserts many rows of one entity by COPY, which costs a small part of what statement after statement costs.</summary>
public static class BulkCopy
{
    /// <summary>Writes inside the open transaction. Keys that the database makes are left to it and are not read back.</summary>
    public static async Task BulkInsertAsync<TRow>(this TrackerContext db, IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        if (rows.Count == 0)
        {
            return;
        }
        var entity = db.Model.FindEntityType(typeof(TRow)) ?? throw new InvalidOperationException($"{typeof(TRow).Name} is no entity.");
        var columns = entity.GetProperties().Where(property => property.ValueGenerated == ValueGenerated.Never).ToList();
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
