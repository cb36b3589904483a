using Parley.Cli;

return await CommandLine.RunAsync(args, Console.OpenStandardOutput(), Console.Error).ConfigureAwait(false);
