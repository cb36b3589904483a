using Parley.Benchmarks.Linkage;

return args is ["linkage", .. var rest] ? LinkageRun.Run(rest, Console.Out) : 0;
