using System.CommandLine;
using Parley.Training.Commands;

return new RootCommand("Trains, measures and runs Parley's language model.")
{
    TrainCommand.Create(),
    CombineCommand.Create(),
    EvaluateCommand.Create(),
    LabelCommand.Create(),
    AttributeCommand.Create(),
    EventsCommand.Create(),
    RecordsCommand.Create(),
    TimesCommand.Create(),
}.Parse(args).Invoke();
