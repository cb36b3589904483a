using System.CommandLine;
using Parley.Training.Commands;

return new RootCommand("Trains, measures and runs Parley's language model.")
{
    TeachCommand.Create(),
    TrainCommand.Create(),
    CombineCommand.Create(),
    EvaluateCommand.Create(),
    CalibrateCommand.Create(),
    LabelCommand.Create(),
    ParseCommand.Create(),
    AttributeCommand.Create(),
    TrainSpeakersCommand.Create(),
    SpeakersCommand.Create(),
    EventsCommand.Create(),
    RecordsCommand.Create(),
    TimesCommand.Create(),
}.Parse(args).Invoke();
