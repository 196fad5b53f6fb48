import type { CommandResult } from '../../../host/process/command.ts';
import { refuseShortage } from '../../host-shortage.ts';
import type { ProvisionContext } from '../../provision-context.ts';
import { ProvisionError } from '../../provisioned.ts';
import { endingWords, lastLines, runRequired } from '../../required-program.ts';
import { whileThereIsRoom } from '../../store/watch-room.ts';
import { type KernelBuild, makeCommand } from './kernel-build.ts';

export interface MakeRequest {
  readonly targets: readonly string[];
  /** For messages: `building`, `configuring`. */
  readonly during: string;
  readonly onOutput?: (text: string) => void;
}

/** Runs make for a kernel. @throws ProvisionError with the errors of the compiler when it fails */
export async function runMake(
  build: KernelBuild,
  { targets, during, onOutput }: MakeRequest,
  context: ProvisionContext,
): Promise<void> {
  const scene = { root: context.store.root, during: `${during} ${build.title}` };
  const result = await whileThereIsRoom(scene, context.signal, (signal) =>
    runRequired(makeCommand(build, targets), {
      signal,
      env: build.tools.env,
      ...(onOutput === undefined ? {} : { onOutput }),
    }),
  );
  if (result.exitCode === 0) return;
  refuseShortage(result.output, scene);
  refuseKilled(result, scene.during);
  const output = result.output.replaceAll(`${build.tree}/`, '').replaceAll(`${build.output}/`, '');
  throw new ProvisionError(`${build.title}: ${during} failed (${endingWords(result)}):\n${errorsIn(output)}`, {
    hint:
      'If the compiler is much newer or older than this kernel, install one of its time (gcc-12 for 6.1) ' +
      'and put it first on PATH as gcc',
  });
}

/** The compiler is what needs memory, and the kernel of the host kills what needs most. */
function refuseKilled({ exitCode, output }: CommandResult, during: string): void {
  const isKilled = /fatal error: Killed signal terminated program|^make(\[\d+\])?: \*\*\* .* Killed$/m.test(output);
  if (exitCode !== undefined && !isKilled) return;
  throw new ProvisionError(`The compiler was killed while ${during}, perhaps because the host ran out of memory.`, {
    hint: 'Try again with more free memory; the host’s kernel log (dmesg) shows what killed it',
  });
}

const maxErrors = 12;

/** The lines that complain, or else the last ones that are not make's own. */
function errorsIn(output: string): string {
  const lines = output.split('\n').map((line) => line.slice(0, 400));
  const errors = lines
    .filter((line) => /\berror: |undefined reference|No rule to make/i.test(line))
    .slice(0, maxErrors);
  if (errors.length > 0) return errors.join('\n');
  const said = lines.filter((line) => !/^make(?:\[\d+\])?: |^ {2}[A-Z]/.test(line));
  return lastLines(said.join('\n'), maxErrors) || lastLines(output, maxErrors);
}
