import type { Machine } from '../../machine/machine.ts';
import { chardevId } from '../../machine/qemu-arguments.ts';
import type { QmpClient } from '../../machine/qmp/client.ts';
import { QmpError } from '../../machine/qmp/message.ts';
import { atMost, pause } from '../watch/deadline.ts';
import type { WatchLimits } from '../watch/watch-limits.ts';
import type { Evidence } from './evidence.ts';
import { dumpMemory, type MemoryDump } from './memory-dump.ts';
import type { PostMortemConsole } from './post-mortem-console.ts';

/** More processors than a person reads. */
const maxProcessors = 32;
/** Vector and floating-point registers: hundreds of lines that tell nothing of a hang. */
const bulky = /^(?:FCW|FPR|XMM|YMM|ZMM|Opmask|MXCSR)/;

/**
 * The registers of every processor, each with the instructions that it was at, as the human monitor shows them. @throws
 * QmpError
 */
async function readProcessors(monitor: QmpClient): Promise<string> {
  // All at the same moment; and an emulated processor that is looping answers sooner.
  await monitor.execute('stop');
  try {
    return await readStopped(monitor);
  } finally {
    await monitor.execute('cont');
  }
}

async function readStopped(monitor: QmpClient): Promise<string> {
  const text = await humanCommand(monitor, 'info registers -a');
  const processors = text.split(/^(?=CPU#\d+)/m).filter((part) => part.startsWith('CPU#'));
  const parts: string[] = [];
  for (const [index, part] of processors.slice(0, maxProcessors).entries()) {
    const registers = part.split('\n').filter((line) => line.trim() !== '' && !bulky.test(line));
    const pointer = /\bRIP=([\da-f]{16})\b/.exec(part)?.[1];
    const code = pointer === undefined ? '' : await humanCommand(monitor, `x/6i 0x${pointer}`, index);
    parts.push(
      [
        ...registers.map((line) => line.trimEnd()),
        'code at RIP:',
        ...code.split(/\r?\n/).filter((line) => line !== ''),
      ].join('\n'),
    );
  }
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
}

async function humanCommand(monitor: QmpClient, line: string, processor?: number): Promise<string> {
  const answer = await monitor.execute('human-monitor-command', {
    'command-line': line,
    ...(processor === undefined ? {} : { 'cpu-index': processor }),
  });
  return typeof answer === 'string' ? answer : '';
}

/** What a machine that made no end could still be asked. All of it is the guest's word, and none of it the test's. */
export interface PostMortem {
  /** Registers of every processor and the code it was at; empty: QEMU did not say. */
  readonly registers: string;
  /** What the kernel answered on the console: hears until the machine is gone. */
  readonly console: PostMortemConsole;
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

async function ask(machine: Machine, ear: PostMortemConsole, found: { registers: string }): Promise<void> {
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
  { key, ear }: { readonly key: string; readonly ear: PostMortemConsole },
): Promise<boolean> {
  const before = ear.length;
  await monitor.execute('chardev-send-break', { id: chardevId('console') });
  machine.channel('console').write(key);
  return await hearOut(ear, before, keyMs);
}

interface GracePeriod {
  readonly firstWord: number;
  readonly all: number;
}

/** Waits for an answer, and from its first word on for its end. */
async function hearOut(ear: PostMortemConsole, before: number, { firstWord, all }: GracePeriod): Promise<boolean> {
  await until(() => ear.length > before, firstWord);
  if (ear.length === before) return false;
  await until(() => ear.quietMs > silenceMs, all);
  return true;
}

async function until(isSo: () => boolean, limitMs: number): Promise<void> {
  const startedMs = performance.now();
  while (!isSo() && performance.now() - startedMs < limitMs) await pause(pollMs);
}
