import { runCommand, CommandNotStarted } from '../host/command.ts';
import { ProvisionError } from './provisioned.ts';
import { endingWords, lastLines } from './required-program.ts';

/** What a QEMU says of itself: `11.1.3`. @throws ProvisionError when it does not run or is no QEMU. */
export async function qemuVersion(command: readonly [string, ...string[]], signal: AbortSignal): Promise<string> {
  const path = command[command.length - 1] ?? command[0];
  const output = await versionText(command, path, signal);
  const version = parseQemuVersion(output);
  if (version === undefined)
    throw new ProvisionError(`${path} --version: expected “QEMU emulator version …”, found:\n${lastLines(output)}`);
  return version;
}

/** `11.1.3` of `QEMU emulator version 11.1.3 (…)`. */
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
