import type { Machine } from '../machine/machine.ts';
import { chardevId } from '../machine/qemu-arguments.ts';
import { QmpError } from '../machine/qmp/error.ts';
import type { QmpClient } from '../machine/qmp/client.ts';
import type { ConsoleEar } from './console-ear.ts';
import { atMost, pause } from './deadline.ts';
import type { Evidence } from './evidence.ts';
import { dumpMemory, type MemoryDump } from './memory-dump.ts';
import { readProcessors } from './processor-registers.ts';
import type { WatchLimits } from './watch-limits.ts';

/** What a machine that made no end could still be asked. All of it is the guest's word, and none of it the test's. */
export interface PostMortem {
  /** Registers of every processor and the code it was at; empty: QEMU did not say. */
  readonly registers: string;
  /** What the kernel answered on the console: hears until the machine is gone. */
  readonly console: ConsoleEar;
  /** The guest's memory, where it was asked for. */
  readonly memory: MemoryDump | undefined;
  /** What could not be found out, and why. */
  readonly notes: readonly string[];
}

export interface PostMortemScene {
  readonly machine: Machine;
  readonly evidence: Evidence;
  readonly limits: WatchLimits;
  /** Absolute; the guest's memory goes there. Absent: it is not wanted. */
  readonly dumpDirectory: string | undefined;
  /** Nobody waits for the answers any more. */
  readonly aborted: Promise<unknown>;
}

const pollMs = 20;
/** How long nothing comes when an answer is complete. */
const silenceMs = 300;
/** How long a kernel that serves interrupts takes to answer a key at most, and to say all. */
const keyMs = { firstWord: 1000, all: 2500 };
/**
 * The same for an interrupt that nothing masks. It panics, waits for processors that do not listen (a second, four
 * under emulation), says everything at once, and resets: then the machine is gone.
 */
const nmiMs = { firstWord: 8000, all: 1500 };
/** SysRq: the stacks of all processors, and those of tasks that cannot be interrupted. */
const keys = ['l', 'w'] as const;

/**
 * Asks a machine what it is at, before it is killed: QEMU for the registers, then the kernel by SysRq keys on its
 * console, and if it hears none (interrupts are off everywhere, or where the console's is served) by a non-maskable
 * interrupt.
 */
export async function holdPostMortem({
  machine,
  evidence,
  limits,
  dumpDirectory,
  aborted,
}: PostMortemScene): Promise<PostMortem> {
  // A report that is just being printed belongs to the test.
  await pause(silenceMs);
  const ear = evidence.divertConsole();
  const memory = dumpDirectory === undefined ? undefined : await dumpMemory(machine, dumpDirectory, aborted);
  const found = { registers: '', notes: [] as string[] };
  const questions = ask(machine, ear, found).catch((error: unknown) => {
    if (!(error instanceof QmpError)) throw error;
    // A machine that is gone has answered the last question.
    if (error.phase !== 'interrupted') found.notes.push(`post-mortem: ${error.message}`);
  });
  const late = await atMost(Promise.race([questions, machine.exited, aborted]), limits.postMortemMs);
  if (late === 'late') found.notes.push(`post-mortem: not finished within ${limits.postMortemMs / 1000} s`);
  return { registers: found.registers, console: ear, memory, notes: found.notes };
}

async function ask(machine: Machine, ear: ConsoleEar, found: { registers: string }): Promise<void> {
  const monitor = await machine.monitor;
  found.registers = await readProcessors(monitor);
  for (const key of keys) {
    if (await pressKey(machine, monitor, { key, ear })) continue;
    await monitor.execute('inject-nmi');
    await hearOut(ear, ear.length, nmiMs);
    return;
  }
}

/** A break on the serial line and the key after it. Tells whether there was an answer. */
async function pressKey(
  machine: Machine,
  monitor: QmpClient,
  { key, ear }: { readonly key: string; readonly ear: ConsoleEar },
): Promise<boolean> {
  const before = ear.length;
  await monitor.execute('chardev-send-break', { id: chardevId('console') });
  machine.channel('console').write(key);
  return await hearOut(ear, before, keyMs);
}

interface Patience {
  readonly firstWord: number;
  readonly all: number;
}

/** Waits for an answer, and from its first word on for its end. */
async function hearOut(ear: ConsoleEar, before: number, { firstWord, all }: Patience): Promise<boolean> {
  await until(() => ear.length > before, firstWord);
  if (ear.length === before) return false;
  await until(() => ear.quietMs > silenceMs, all);
  return true;
}

async function until(isSo: () => boolean, limitMs: number): Promise<void> {
  const startedMs = performance.now();
  while (!isSo() && performance.now() - startedMs < limitMs) await pause(pollMs);
}
