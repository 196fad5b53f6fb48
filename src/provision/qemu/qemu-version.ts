import { environmentWith } from '../../host/environment.ts';
import { CommandNotStarted, type CommandResult, runCommand } from '../../host/process/command.ts';
import { refuseShortage } from '../host-shortage.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError, type QemuInstall } from '../provisioned.ts';
import { endingWords, lastLines } from '../required-program.ts';

export interface QemuQuestion {
  /** The end of a sentence: `which devices can be saved`. */
  readonly what: string;
  readonly args: readonly string[];
  /** An answer normally takes 0.1 s. After this limit, there is none. */
  readonly deadlineMs?: number;
}

/**
 * Asks a QEMU about itself. If it was killed, could not be started or took too long, there is no answer, and nothing
 * may be stored. @throws ProvisionError
 */
export async function askQemu(
  qemu: QemuInstall,
  { what, args, deadlineMs = 60_000 }: QemuQuestion,
  context: ProvisionContext,
): Promise<CommandResult> {
  const [program, ...prefix] = qemu.command;
  if (program === undefined) throw new Error('Internal error: a QEMU without a command');
  const deadline = AbortSignal.timeout(deadlineMs);
  try {
    const result = await runCommand([program, ...prefix, ...qemu.firmwareArgs, ...args], {
      env: environmentWith({ ...qemu.env, LC_ALL: 'C' }),
      signal: AbortSignal.any([context.signal, deadline]),
    });
    if (result.exitCode !== 0)
      refuseShortage(result.output, { root: context.store.root, during: `asking QEMU ${qemu.version} ${what}` });
    if (result.exitCode === undefined) throw noAnswer(qemu, what, `it was ${endingWords(result)}`, result.output);
    return result;
  } catch (error) {
    context.signal.throwIfAborted();
    if (deadline.aborted) throw noAnswer(qemu, what, `it did not answer within ${deadlineMs / 1000} s`);
    if (error instanceof CommandNotStarted) throw noAnswer(qemu, what, error.message);
    throw error;
  }
}

/** The error for a QEMU that ran to its end without a usable answer. */
export function noAnswer(qemu: QemuInstall, what: string, why: string, output = ''): ProvisionError {
  const words = lastLines(output);
  return new ProvisionError(
    `QEMU ${qemu.version} (${qemu.spec}) did not say ${what}: ${why}${words === '' ? '' : `:\n${words}`}`,
    {
      hint: 'Try again. If that fails, choose another QEMU: --qemu',
    },
  );
}

/** QEMU's version: `11.1.3`. @throws ProvisionError when it does not run or is not QEMU */
export async function qemuVersion(command: readonly [string, ...string[]], signal: AbortSignal): Promise<string> {
  const path = command[command.length - 1] ?? command[0];
  const output = await versionText(command, path, signal);
  const version = parseQemuVersion(output);
  if (version === undefined)
    throw new ProvisionError(`${path} --version: expected “QEMU emulator version …”, found:\n${lastLines(output)}`);
  return version;
}

/** Extracts `11.1.3` from `QEMU emulator version 11.1.3 (…)`. */
export function parseQemuVersion(text: string): string | undefined {
  return /^QEMU emulator version (\d+(?:\.\d+)+)/m.exec(text)?.[1];
}

async function versionText(
  command: readonly [string, ...string[]],
  path: string,
  signal: AbortSignal,
): Promise<string> {
  try {
    const result = await runCommand([...command, '--version'], { signal });
    if (result.exitCode === 0) return result.output;
    throw new ProvisionError(`${path} --version failed (${endingWords(result)}):\n${lastLines(result.output)}`);
  } catch (error) {
    if (error instanceof CommandNotStarted) throw new ProvisionError(error.message, { cause: error });
    throw error;
  }
}
