using BriefingBot.Benchmarks;

return await BenchmarkProgram.RunAsync(args);
