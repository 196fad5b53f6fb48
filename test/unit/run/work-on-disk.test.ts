import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type DiskWork, workOnDisk } from '../../../src/run/work-on-disk.ts';
import type { Scenario } from '../../fake-qemu/scenario.ts';
import { rig } from './test-rig.ts';

interface Worked extends DiskWork {
  readonly lines: readonly string[];
  readonly script: string;
}

async function worked(scenario: Scenario): Promise<Worked> {
  const { job, root } = rig({ scenario });
  const directory = join(root, 'work');
  const lines: string[] = [];
  const work = await workOnDisk(
    {
      ...{ qemu: job.qemu, machine: job.machine, script: 'exit 0\n', directory },
      ...{ bootDeadlineMs: 60_000, timeoutMs: 60_000, onLine: (line) => lines.push(line) },
    },
    { tripwire: () => false, signal: new AbortController().signal },
  );
  return { ...work, lines, script: readFileSync(join(directory, 'folder/run'), 'utf8') };
}

function scriptThatSays(text: string, exitStatus: number): Scenario {
  return {
    at: { 'stage run': [{ agent: 'begin run' }, { say: 'log.run', text }, { agent: `end run ${exitStatus}` }] },
  };
}

it('a script works on a disk: its lines are told, its output and its status are given', async () => {
  expect(await worked(scriptThatSays('one\ntwo\n', 3))).toEqual({
    ending: { kind: 'completed' },
    exitStatus: 3,
    output: 'one\ntwo\n',
    lines: ['one', 'two'],
    script: 'exit 0\n',
  });
});

it('a machine that ends before the script is no result', async () => {
  const work = await worked({ at: { 'stage run': [{ agent: 'begin run' }, { exit: 1 }] } });
  expect(work).toMatchObject({ ending: { kind: 'qemu-exited' }, exitStatus: undefined });
});
