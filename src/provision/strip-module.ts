import { runCommand } from '../host/command.ts';
import { findProgram } from '../host/environment.ts';
import { copyFileTo } from '../host/file-changes.ts';

/**
 * Copies a module without its debug information, which is most of it, and of no use to the kernel that loads it. Where
 * no `strip` is, or it does not know the format, the copy is as large as the module.
 */
export async function copyStripped(from: string, to: string, signal: AbortSignal): Promise<void> {
  copyFileTo(from, to);
  const strip = findProgram('strip') ?? findProgram('llvm-strip');
  if (strip === undefined) return;
  const { exitCode } = await runCommand([strip, '--strip-debug', to], { signal });
  if (exitCode !== 0) copyFileTo(from, to);
}
