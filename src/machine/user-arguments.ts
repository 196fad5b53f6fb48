/**
 * The user's own QEMU arguments, merged: `-m -smp -cpu -machine` of the most specific place win, `-append` adds to the
 * kernel command line, all others are kept in order.
 */
export interface UserArguments {
  readonly memory: string | undefined;
  readonly smp: string | undefined;
  readonly cpu: string | undefined;
  readonly machine: string | undefined;
  readonly kernelParameters: readonly string[];
  readonly others: readonly string[];
}

const winners: ReadonlyMap<string, 'memory' | 'smp' | 'cpu' | 'machine'> = new Map([
  ['-m', 'memory'],
  ['-smp', 'smp'],
  ['-cpu', 'cpu'],
  ['-machine', 'machine'],
  ['-M', 'machine'],
]);

/** Arguments that would take away our control over the machine, and what to do instead. */
const refusals: ReadonlyMap<string, string> = new Map([
  ['-kernel', 'name the kernel with info/kernel or --kernel'],
  ['-initrd', 'the initramfs is built for each kernel; put files into data/'],
  ['-accel', 'choose the accelerator with --accel'],
  ['-enable-kvm', 'choose the accelerator with --accel'],
  ['-incoming', 'machines are started and cloned by the runner'],
  ['-loadvm', 'machines are started and cloned by the runner'],
  ['-S', 'the runner starts the guest'],
  ['-daemonize', 'the runner watches its process'],
  ['-pidfile', 'the runner watches its process'],
  ['-sandbox', 'the sandbox stays on'],
  ['-runas', 'the sandbox forbids it'],
  ['-run-with', 'the runner stops the machine'],
  ['-qmp', 'the monitor belongs to the runner'],
  ['-qmp-pretty', 'the monitor belongs to the runner'],
  ['-mon', 'the monitor belongs to the runner'],
  ['-monitor', 'the monitor belongs to the runner'],
  ['-action', 'a guest that powers off, resets or panics ends its test'],
  ['-preconfig', 'the runner starts the guest'],
  ['-no-shutdown', 'a guest that powers off ends its test'],
  ['-nographic', 'there is no terminal; the console is in console.log'],
]);

/** Merges arguments, from the least to the most specific place. */
export function mergeUserArguments(places: readonly (readonly string[])[]): UserArguments {
  const won: Partial<Record<'memory' | 'smp' | 'cpu' | 'machine', string>> = {};
  const kernelParameters: string[] = [];
  const others: string[] = [];
  for (const args of places) {
    for (let index = 0; index < args.length; index++) {
      const option = normalise(args[index] ?? '');
      const winner = winners.get(option);
      if (winner !== undefined) won[winner] = args[++index] ?? '';
      else if (option === '-append') kernelParameters.push(args[++index] ?? '');
      else others.push(args[index] ?? '');
    }
  }
  const { memory, smp, cpu, machine } = won;
  return { memory, smp, cpu, machine, kernelParameters, others };
}

/** What is wrong with one place's arguments; undefined: nothing that can be known before QEMU reads them. */
export function refuseUserArguments(args: readonly string[]): string | undefined {
  for (const [index, argument] of args.entries()) {
    const option = normalise(argument);
    const instead = refusals.get(option);
    if (instead !== undefined) return `${argument} cannot be used here: ${instead}.`;
    if ((winners.has(option) || option === '-append') && args[index + 1] === undefined)
      return `${argument} needs a value: expected one after it, found nothing.`;
  }
  return undefined;
}

/** QEMU accepts `--device` for `-device`. */
function normalise(argument: string): string {
  return argument.startsWith('--') ? argument.slice(1) : argument;
}
