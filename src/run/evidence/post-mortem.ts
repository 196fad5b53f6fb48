import { codeBefore, type ProcessorState, readProcessorState } from '../../architecture/registers.ts';
import type { Machine } from '../../machine/machine.ts';
import { chardevId } from '../../machine/qemu-arguments.ts';
import type { QmpClient } from '../../machine/qmp/client.ts';
import { QmpError } from '../../machine/qmp/message.ts';
import { atMost, pause } from '../watch/deadline.ts';
import type { WatchLimits } from '../watch/watch-limits.ts';
import type { Evidence } from './evidence.ts';
import { type CodeNamer, type CodeView, describeCode, readCode } from './code-windows.ts';
import { dumpMemory, type MemoryDump } from './memory-dump.ts';
import type { PostMortemConsole } from './post-mortem-console.ts';

/** More processors than a person reads. */
const maxProcessors = 32;
/** Vector and floating-point registers: hundreds of lines that do not explain a hang. */
const bulky = /^ ?(?:FCW|FPR|XMM|YMM|ZMM|Opmask|MXCSR|[QZPV]\d+=|FPSR|FPCR|f\d+\/|[vV]\d+ )/;

/**
 * The registers of every processor, with the instructions around its position, as the human monitor shows them. With
 * `view`, also what the modules' code says of those that run the kernel. @throws QmpError
 */
async function readProcessors(monitor: QmpClient, view: CodeView | undefined): Promise<string> {
  // All at the same moment. Also, a looping emulated processor answers faster.
  await monitor.execute('stop');
  try {
    return await readStopped(monitor, view);
  } finally {
    await monitor.execute('cont');
  }
}

async function readStopped(monitor: QmpClient, view: CodeView | undefined): Promise<string> {
  const text = await humanCommand(monitor, 'info registers -a');
  const processors = text.split(/^(?=CPU#\d+)/m).filter((part) => part.startsWith('CPU#'));
  const parts: string[] = [];
  for (const [index, part] of processors.slice(0, maxProcessors).entries()) {
    const registers = part.split('\n').filter((line) => line.trim() !== '' && !bulky.test(line));
    const state = readProcessorState(part);
    const code = state === undefined ? '' : await humanCommand(monitor, codeCommand(state), index);
    const lines = [
      ...registers.map((line) => line.trimEnd()),
      state === undefined || state.waitBytes === 0 ? `code at ${state?.name ?? 'its position'}:` : codeBefore,
      ...code.split(/\r?\n/).filter((line) => line !== ''),
    ];
    // With its code, one that waits is seen.
    const seen = readProcessorState(lines.join('\n'));
    if (seen !== undefined && view !== undefined && !seen.isHalted && !seen.isUser) {
      const places = await readCode(seen, (command) => humanCommand(monitor, command, index));
      lines.push(...describeCode(places, { ...view, isAgain: view.isAgain && seen.interruptsOff }));
    }
    parts.push(lines.join('\n'));
  }
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
}

/** The instructions at the processor's position, and the one before it if that may be one that waits. */
function codeCommand({ pointer, waitBytes }: ProcessorState): string {
  const from = BigInt(`0x${pointer}`) - BigInt(waitBytes);
  return `x/${waitBytes === 0 ? 6 : 7}i 0x${BigInt.asUintN(64, from).toString(16)}`;
}

async function humanCommand(monitor: QmpClient, line: string, processor?: number): Promise<string> {
  const answer = await monitor.execute('human-monitor-command', {
    'command-line': line,
    ...(processor === undefined ? {} : { 'cpu-index': processor }),
  });
  return typeof answer === 'string' ? answer : '';
}

/** Evidence from a machine that did not end by itself. All of it is untrusted, and none of it belongs to the test. */
export interface PostMortem {
  /** Registers of every processor, with code; empty: QEMU did not answer. */
  readonly registers: string;
  /** The kernel's answers on the console, until the machine is gone. */
  readonly console: PostMortemConsole;
  /** The guest's memory, if requested. */
  readonly memory: MemoryDump | undefined;
  /** What could not be collected, and why. */
  readonly notes: readonly string[];
}

export interface PostMortemScene {
  readonly machine: Machine;
  readonly evidence: Evidence;
  readonly limits: WatchLimits;
  /** Absolute directory for the guest's memory. Absent: it is not wanted. */
  readonly dumpDirectory: string | undefined;
  /** Absent: nobody knows the code of the modules. */
  readonly nameCode: CodeNamer | undefined;
  /** Resolves when the answers are no longer needed. */
  readonly aborted: Promise<unknown>;
}

const pollMs = 20;
/** An answer is complete after this much silence. */
const silenceMs = 300;
/** The longest time that a kernel with interrupts enabled takes to answer a key, and to print everything. */
const keyMs = { firstByteMs: 1000, lastByteMs: 2500 };
/**
 * The same for an NMI. The kernel panics, waits for processors that do not respond (1 s, under emulation 4 s), prints
 * everything at once, and resets; then the machine is gone.
 */
const nmiMs = { firstByteMs: 8000, lastByteMs: 1500 };
/** SysRq keys: stacks of all processors, and of tasks in uninterruptible sleep. */
const keys = ['l', 'w'] as const;

/**
 * Asks a machine for its state before it is killed: QEMU for the registers, then the kernel by SysRq keys on its
 * console. If it does not respond (interrupts are off everywhere, or where the console's are served), by an NMI. Where
 * a machine has none, the code that its processors are in is compared with that of the modules.
 */
export async function holdPostMortem({
  machine,
  evidence,
  limits,
  dumpDirectory,
  nameCode,
  aborted,
}: PostMortemScene): Promise<PostMortem> {
  // A report that is being printed right now belongs to the test.
  await pause(silenceMs);
  const answers = evidence.divertConsole();
  const memory = dumpDirectory === undefined ? undefined : await dumpMemory(machine, dumpDirectory, aborted);
  const found = { registers: '', notes: [] as string[] };
  const questions = ask({ machine, answers, nameCode }, found).catch((error: unknown) => {
    if (!(error instanceof QmpError)) throw error;
    // A machine that is gone has answered the last question.
    if (error.phase !== 'interrupted') found.notes.push(`post-mortem: ${error.message}`);
  });
  const late = await atMost(Promise.race([questions, machine.exited, aborted]), limits.postMortemMs);
  if (late === 'late') found.notes.push(`post-mortem: not finished within ${limits.postMortemMs / 1000} s`);
  return { registers: found.registers, console: answers, memory, notes: found.notes };
}

interface Questions {
  readonly machine: Machine;
  readonly answers: PostMortemConsole;
  readonly nameCode: CodeNamer | undefined;
}

async function ask({ machine, answers, nameCode }: Questions, found: { registers: string }): Promise<void> {
  const monitor = await machine.monitor;
  found.registers = await readProcessors(monitor, nameCode && { nameCode, isAgain: false });
  for (const key of keys) {
    if (await pressKey(machine, monitor, { key, answers })) continue;
    // A machine without NMIs cannot be asked. What its processors do is seen from outside then.
    await monitor.execute('inject-nmi').catch(async (error: unknown) => {
      if (nameCode !== undefined) found.registers = await readProcessors(monitor, { nameCode, isAgain: true });
      throw error;
    });
    await waitForAnswer(answers, answers.length, nmiMs);
    return;
  }
}

/** Sends a break and the key over the serial line. Returns whether there was an answer. */
async function pressKey(
  machine: Machine,
  monitor: QmpClient,
  { key, answers }: { readonly key: string; readonly answers: PostMortemConsole },
): Promise<boolean> {
  const before = answers.length;
  await monitor.execute('chardev-send-break', { id: chardevId('console') });
  machine.channel('console').write(key);
  return await waitForAnswer(answers, before, keyMs);
}

interface GracePeriod {
  readonly firstByteMs: number;
  readonly lastByteMs: number;
}

/** Waits for an answer, then for its end. */
async function waitForAnswer(
  answers: PostMortemConsole,
  before: number,
  { firstByteMs, lastByteMs }: GracePeriod,
): Promise<boolean> {
  await until(() => answers.length > before, firstByteMs);
  if (answers.length === before) return false;
  await until(() => answers.quietMs > silenceMs, lastByteMs);
  return true;
}

async function until(isSo: () => boolean, limitMs: number): Promise<void> {
  const startedMs = performance.now();
  while (!isSo() && performance.now() - startedMs < limitMs) await pause(pollMs);
}
