import { describe, expect, it } from 'vitest';
import type { RunServices } from '../../../src/engine/run.ts';
import { NotCopied, type OwnOfCopy } from '../../../src/host/process/process-copies.ts';
import { startSupervised } from '../../../src/host/process/supervised-process.ts';
import { channelNames } from '../../../src/machine/machine-spec.ts';
import type { RunningQemu } from '../../../src/machine/machine.ts';
import { runsOf, runThree } from './three-tests.ts';

/** A process in place of a copy of QEMU. */
function processOf(script: string, { outputPath }: OwnOfCopy): RunningQemu {
  const argv = ['/bin/sh', '-c', script];
  return { argv, child: startSupervised({ argv, env: {}, channelCount: channelNames.length, outputPath }) };
}

type Copy = (own: OwnOfCopy) => Promise<RunningQemu>;

/** Copies until they are lost. */
function forksThat(copy: Copy): { readonly forks: RunServices['forks']; readonly losses: readonly string[] } {
  const losses: string[] = [];
  const forks: RunServices['forks'] = {
    for: () => (losses.length > 0 ? undefined : { copy, isLost: () => false, [Symbol.dispose]: () => undefined }),
    lose: (_template, reason) => void losses.push(reason),
    release: () => undefined,
  };
  return { forks, losses };
}

describe('a test whose copy is of no use is restored, and so are those that follow', () => {
  it.each<[string, Copy, string]>([
    ['is refused', () => Promise.reject(new NotCopied('the process is gone')), 'the process is gone'],
    ['is dead', (own) => Promise.resolve(processOf('exit 3', own)), 'QEMU ended by itself with exit status 3'],
    [
      'does not speak as a monitor does',
      (own) => Promise.resolve(processOf('echo "hello, this is no monitor" >&3; sleep 1; exit 4', own)),
      // Whatever is noticed first.
      'QEMU ended by itself with exit status 4|expected a QMP message, got: hello',
    ],
  ])('when it %s', async (_how, copy, reason) => {
    const { forks, losses } = forksThat(copy);
    const { outcome, launches } = await runThree({}, { forks });
    expect(losses).toEqual([expect.stringMatching(reason)]);
    expect(runsOf(outcome).map(({ verdict, record }) => [verdict.outcome, record.start])).toEqual(
      Array.from({ length: 3 }, () => ['pass', 'clone']),
    );
    // The template and three clones.
    expect(launches).toBe(4);
  });
});
