using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Parley.Benchmarks.Comparison;
using Parley.Benchmarks.Linkage;

// Long runs over made data of a chosen size print their own figures; the others go through BenchmarkDotNet.
if (args is ["linkage", .. var rest])
{
    return LinkageRun.Run(rest, Console.Out);
}

if (args is ["compare", .. var others])
{
    return ComparisonRun.Run(others, Console.Out);
}

// In the process of the benchmark itself: the projects build into one artifacts folder, which the default toolchain does not expect.
var config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .WithOptions(ConfigOptions.DisableOptimizationsValidator);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
return 0;
