using BriefingBot.Cli;

using var interrupt = new Interrupt();
using var terminal = Terminal.OfProcess();
return await new CommandLine(terminal, TimeProvider.System).RunAsync(args, interrupt.Token);
