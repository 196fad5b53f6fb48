import { mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { channelNames } from '../../../src/machine/machine-spec.ts';
import { launchMachine } from '../../../src/machine/machine.ts';
import { collectEvidence, type Evidence, evidencePaths, maxLogBytes } from '../../../src/run/evidence/evidence.ts';
import type { Step } from '../../fake-qemu/scenario.ts';
import { rig, run, textsOf } from './test-rig.ts';

const mebibyte = 1024 * 1024;

describe('the output of a machine', () => {
  it("is kept byte by byte, the console's and each stage's", async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    const place = rig({
      scenario: {
        at: {
          'stage run': [
            { agent: 'begin run' },
            { say: 'console', base64: bytes.toString('base64') },
            { say: 'log.run', base64: bytes.toString('base64') },
            { agent: 'end run 0' },
          ],
        },
      },
    });
    const record = await run(place);
    expect(Buffer.from(place.read('logs/run.log'))).toEqual(Buffer.from(bytes.toString()));
    expect(beforeRest(textsOf(place, record).console).endsWith(bytes.toString())).toBe(true);
    expect(textsOf(place, record).runOutput).toBe(bytes.toString());
  });

  it('has a log for each stage that ran, also for a silent one, and none for the others', async () => {
    const place = rig({ scenario: { at: { 'stage run': [{ agent: 'begin run' }, { agent: 'end run 0' }] } } });
    const record = await run(place);
    expect(place.read('logs/run.log')).toBe('');
    expect(readdirSync(join(place.job.directory, 'logs'))).toEqual(['run.log']);
    expect(record.stages.map(({ log }) => log)).toEqual(['cell/edu/probe/logs/run.log']);
  });

  it('is there up to the moment at which the machine died', async () => {
    const place = rig({
      scenario: {
        at: {
          'stage run': [
            { agent: 'begin run' },
            { say: 'log.run', text: 'probing' },
            { say: 'console', text: 'Oops' },
            { signal: 'SIGKILL' },
          ],
        },
      },
    });
    const record = await run(place);
    expect([
      place.read('logs/run.log'),
      textsOf(place, record).runOutput,
      textsOf(place, record).console.slice(-4),
    ]).toEqual(['probing', 'probing', 'Oops']);
    expect(record.stages).toMatchObject([{ name: 'run', exitStatus: undefined }]);
  });

  it('does not fill the disk or the memory, however much it is, and the cut is said', async () => {
    const floods: readonly Step[] = [
      { flood: 'console', bytes: 30 * mebibyte },
      { flood: 'log.run', bytes: 30 * mebibyte },
    ];
    const place = rig({
      scenario: {
        at: {
          'stage run': [
            { agent: 'begin run' },
            ...floods,
            { say: 'console', text: 'last words' },
            { say: 'log.run', text: 'not ok 1' },
            { agent: 'end run 0' },
          ],
        },
      },
    });
    const record = await run(place);
    expect(record.ending).toEqual({ kind: 'completed' });
    expect(record.notes).toEqual([
      expect.stringMatching(/^console\.log: 220\d{5} bytes were left out of the middle$/),
      expect.stringMatching(/^logs\/run\.log: 220\d{5} bytes were left out of the middle$/),
    ]);
    for (const path of ['console.log', 'logs/run.log']) {
      expect(statSync(join(place.job.directory, path)).size).toBeLessThan(9.1 * mebibyte);
      expect(place.read(path)).toMatch(/\n\[qemu-driver-test: \d+ bytes left out here\]\n/);
    }
    expect([beforeRest(textsOf(place, record).console).slice(-10), textsOf(place, record).runOutput.slice(-8)]).toEqual(
      ['last words', 'not ok 1'],
    );
    expect(textsOf(place, record).console.startsWith('[    0.000000] Linux version')).toBe(true);
  });

  it('is kept where the tripwire fires in the middle of a flood, and read to its end', async () => {
    const flood: Step = { flood: 'console', bytes: 12 * mebibyte };
    const place = rig({
      scenario: {
        at: {
          'stage run': [
            { agent: 'begin run' },
            flood,
            { say: 'console', text: 'BUG: here\nits report\n' },
            flood,
            { say: 'console', text: 'the end' },
            { agent: 'end run 0' },
          ],
        },
      },
    });
    const record = await run(place, { tripwire: (line) => line.includes('BUG: ') });
    expect([
      textsOf(place, record).console.includes('BUG: here\nits report\n'),
      beforeRest(textsOf(place, record).console).endsWith('the end'),
    ]).toEqual([true, true]);
    expect(statSync(join(place.job.directory, 'console.log')).size).toBeLessThan(maxLogBytes);
  });

  it('does not fill the disk when every line trips the wire', async () => {
    const place = rig({
      scenario: {
        at: {
          'stage run': [{ agent: 'begin run' }, { flood: 'console', bytes: 40 * mebibyte }, { agent: 'end run 0' }],
        },
      },
    });
    const record = await run(place, { tripwire: () => true });
    expect(record.ending).toEqual({ kind: 'completed' });
    expect(statSync(join(place.job.directory, 'console.log')).size).toBeLessThan(maxLogBytes);
  });

  it('reaches the tripwire in pieces when a line has no end', async () => {
    const lengths: number[] = [];
    const scenario = {
      at: {
        'stage run': [
          { agent: 'begin run' },
          { say: 'console' as const, text: 'x'.repeat(mebibyte) },
          { agent: 'end run 0' },
        ],
      },
    };
    const record = await run(rig({ scenario }), { tripwire: (line) => lengths.push(line.length) < 0 });
    expect(record.ending).toEqual({ kind: 'completed' });
    expect(Math.max(...lengths)).toBe(64 * 1024);
  });
});

describe('a machine that would fill the disk', () => {
  const disk = {
    folderBytes: 2 * mebibyte,
    folderEntries: 60,
    folderDepth: 20,
    logBytes: mebibyte,
    everyMs: 20,
    lookMs: 5000,
  };
  const files = Array.from({ length: 70 }, (_, index): Step => ({ write: `artifacts/${index}`, content: '' }));

  it.each<readonly [string, readonly Step[], string]>([
    ['its folder, with bytes', [{ write: 'artifacts/large', bytes: 3 * mebibyte }], 'more than 2 MiB in its folder'],
    ['its folder, with files', files, 'more than 60 files in its folder'],
    ["QEMU's own output", [{ complain: 'x'.repeat(2 * mebibyte) }], 'more than 1 MiB in qemu.log'],
  ])('by %s, is ended', async (_, flood, detail) => {
    const place = rig({ scenario: { at: { 'stage run': [{ agent: 'begin run' }, ...flood, { beatEveryMs: 20 }] } } });
    expect((await run(place, { disk })).ending).toEqual({ kind: 'over-limit', detail });
  });

  it('is left alone within the limits', async () => {
    const place = rig({
      scenario: {
        at: {
          'stage run': [
            { agent: 'begin run' },
            { write: 'artifacts/small', bytes: mebibyte },
            { sleepMs: 200 },
            { agent: 'end run 0' },
          ],
        },
      },
    });
    expect((await run(place, { disk })).ending).toEqual({ kind: 'completed' });
  });
});

describe('a disk that is full', () => {
  it.each(['console.log', 'logs/run.log'])(
    'stops the machine whose %s cannot be kept, with the reason',
    async (path) => {
      const place = rig({
        scenario: {
          at: { 'stage run': [{ agent: 'begin run' }, { say: 'log.run', text: 'output' }, { beatEveryMs: 20 }] },
        },
      });
      mkdirSync(join(place.job.directory, 'logs'), { recursive: true });
      symlinkSync('/dev/full', join(place.job.directory, path));
      const record = await run(place);
      expect(record.ending).toEqual({ kind: 'host-failed', detail: `${path}: ENOSPC: no space left on device, write` });
    },
  );

  it('gives no verdict to a test whose folder cannot be made', async () => {
    const { job, ...others } = rig();
    const record = await run({ ...others, job: { ...job, modules: ['/nowhere/edu.ko'] } });
    expect(record).toMatchObject({
      ending: { kind: 'host-failed', detail: "ENOENT: no such file or directory, realpath '/nowhere'" },
      stages: [],
      directory: 'cell/edu/probe',
    });
  });
});

describe('the phase of a boot', () => {
  it('follows the console', async () => {
    const phases: string[] = [];
    const evidence = await bootWith(
      [
        { say: 'console', text: 'SeaBIOS (version 1.17)\r\n' },
        { say: 'console', text: '[    0.000000] Linux version 6.1.0-fake (x@y) #1\r\n' },
        { say: 'console', text: '[    0.900000] qdt: init started\r\n[    0.950000] Linux version 6.1.0-fake\r\n' },
        { exit: 0 },
      ],
      (current) => phases.push(current().bootPhase()),
    );
    expect([...new Set([...phases, evidence.bootPhase()])]).toEqual([
      'kernel-silent',
      'kernel-started',
      'init-started',
    ]);
  });
});

/** Boots the fake and looks at the evidence before each line and at the end. */
async function bootWith(boot: readonly Step[], look: (evidence: () => Evidence) => void): Promise<Evidence> {
  const { job } = rig({ scenario: { boot } });
  using machine = launchMachine({
    spec: { ...job.machine, sharedFolder: undefined },
    qemu: job.qemu,
    outputPath: evidencePaths(job.directory).qemuLogPath,
  });
  const current = (): Evidence => evidence;
  const evidence = collectEvidence(machine, {
    directory: job.directory,
    tripwire: () => {
      look(current);
      return false;
    },
  });
  for (const name of channelNames) machine.channel(name).resume();
  await evidence.drained;
  evidence.close();
  return evidence;
}

/** A console without the last line, which the agent writes when it has nothing more to say. */
function beforeRest(console: string): string {
  return console.replace(/\[ {4}9\.0\] qdt: the test is over: [\da-f]+\r\n$/, '');
}
