namespace DiplomacyTracker.Extraction.Knowledge;

/// <summary>Reads a tab-separated table with a header line; <c>#</c> begins a comment line, <c>|</c> separates the values of one cell.</summary>
internal sealed class TableReader
{
    private readonly Dictionary<string, int> _columns;
    private string[] _cells = [];

    private TableReader(string header)
    {
        _columns = header.Split('\t').Select((name, index) => (name, index)).ToDictionary(column => column.name, column => column.index);
    }

    /// <exception cref="FormatException">A row has another number of cells than the header; its line is named.</exception>
    public static List<T> Read<T>(string name, TextReader reader, Func<TableReader, T> row)
    {
        var rows = new List<T>();
        TableReader? table = null;
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }
            if (table is null)
            {
                table = new TableReader(line);
                continue;
            }
            table._cells = line.Split('\t');
            if (table._cells.Length != table._columns.Count)
            {
                throw new FormatException($"{name} line {number} has {table._cells.Length} cells, the header {table._columns.Count}.");
            }
            rows.Add(row(table));
        }
        return rows;
    }

    public string this[string column] => _cells[_columns[column]];

    public IReadOnlyList<string> List(string column) =>
        this[column].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public int? Number(string column) =>
        this[column].Length == 0 ? null : int.Parse(this[column], System.Globalization.CultureInfo.InvariantCulture);
}
