using System.CommandLine;
using DiplomacyTracker.Extraction.Mentions;

namespace DiplomacyTracker.Scraper.Commands;

/// <summary>`train FOLDER --out FILE`: builds the model of names that the extractor ships with.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Folder with *.train.jsonl files." };
        var output = new Option<FileInfo>("--out") { Description = "The file to write.", Required = true };
        var epochs = new Option<int>("--epochs") { Description = "Passes over the sentences.", DefaultValueFactory = _ => 15 };
        var train = new Command("train", "Builds the model of names from labelled sentences.") { folder, output, epochs };
        train.SetAction(parsed =>
        {
            TrainingSet.Train(parsed.GetRequiredValue(folder).FullName, parsed.GetRequiredValue(output).FullName, parsed.GetValue(epochs), Console.Error.WriteLine);
            return 0;
        });
        return train;
    }
}
