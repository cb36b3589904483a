using System.CommandLine;
using Parley.Casualties.Linkage;
using Parley.Casualties.Register;
using Parley.Casualties.Review;
using Parley.Casualties.Teams;
using Parley.Cli.Output;

namespace Parley.Cli.Commands.Casualties;

/// <summary><c>parley casualties merge FILE</c>: takes another team's package into the register, and links.</summary>
internal static class MergeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var access = new RegisterAccess();
        var file = new Argument<string>("FILE") { Description = "The package, as 'casualties export' writes it." };
        var by = new Option<string>("--by") { Description = "Who merges it.", HelpName = "NAME", DefaultValueFactory = _ => "merge" };
        var command = new ExampledCommand("merge", "Takes another team's package into the register; contradictions stay side by side and go to 'review'.",
            ("parley casualties merge south.jsonl --by 'A. Nowak'", "merges, links, and tells what moved; a second time nothing does"))
        {
            file, by,
        };
        access.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var package = PackageFormat.ReadFile(parsed.GetRequiredValue(file));
            var register = access.ReadOrNew(parsed);
            var merge = PackageMerge.Of(register, package, parsed.GetRequiredValue(by), RegisterAccess.Now);
            List<RegisterEvent> events = [.. merge.Events];
            var after = CasualtyRegister.Of([.. register.Events, .. events]);
            if (events.Count > 0 && new RegisterLinker(new LinkageOptions()).Link(after, cancellation).ToEvent(RegisterAccess.Now) is { } linked)
            {
                events.Add(linked);
                after = CasualtyRegister.Of([.. register.Events, .. events]);
            }

            access.Append(parsed, events);
            terminal.Results.WriteLine($"{package.Events.Length} events of {package.Team}: {merge.New} new, {merge.Known} known, {merge.Returned} of this team");
            RegisterChanges.Write(terminal.Results, register, after);
            terminal.Errors.WriteLine($"parley: {ReviewItems.Of(after).Count()} items await review, {ReviewItems.Of(after, new ReviewFilter { Kind = ReviewKind.Conflict }).Count()} of them contradictions; 'parley casualties review' lists them");
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
