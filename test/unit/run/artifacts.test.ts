import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { watchLimits } from '../../../src/run/watch/watch-limits.ts';
import type { Scenario, Step } from '../../fake-qemu/scenario.ts';
import { rig, type Rig, run } from './test-rig.ts';

describe('artifacts over 9p', () => {
  it('come back as they are, and nothing else of the folder does', async () => {
    const place = rig({
      scenario: afterRun(
        { write: 'artifacts/trace.bin', content: 'abc' },
        { write: 'artifacts/deep/er/log', content: 'd' },
        { write: 'elsewhere', content: 'e' },
      ),
    });
    const record = await run(place);
    expect(record).toMatchObject({
      artifacts: ['cell/edu/probe/artifacts/deep/er/log', 'cell/edu/probe/artifacts/trace.bin'],
      notes: [],
    });
    expect([artifact(place, 'trace.bin'), artifact(place, 'deep/er/log')]).toEqual(['abc', 'd']);
    expect(readdirSync(place.job.directory).sort()).toEqual([
      'artifacts',
      'console.log',
      'logs',
      'qemu.log',
      'timeline.jsonl',
    ]);
  });

  it('are no links, devices or pipes: what the guest made such is a plain file here, and is left out', async () => {
    const place = rig({
      scenario: afterRun(
        ...asMapped('link', 0o120777, '/etc/passwd'),
        ...asMapped('device', 0o060644, ''),
        ...asMapped('pipe', 0o010644, ''),
        ...asMapped('plain', 0o100600, 'kept'),
        { makeFifo: 'artifacts/real-pipe' },
      ),
    });
    const record = await run(place);
    expect(record.artifacts).toEqual(['cell/edu/probe/artifacts/plain']);
    expect(record.notes).toEqual(
      ['device', 'link', 'pipe', 'real-pipe'].map((name) => `artifact left out: ${name}: not a regular file`),
    );
  });

  it('may be none at all, also when the test removed their directory', async () => {
    const record = await run(rig({ scenario: afterRun({ remove: 'artifacts' }) }));
    expect(record).toMatchObject({ ending: { kind: 'completed' }, artifacts: [], notes: [] });
  });

  it('come back from a machine that died', async () => {
    const place = rig({
      scenario: {
        at: {
          'stage run': [{ agent: 'begin run' }, { write: 'artifacts/vmcore', content: 'core' }, { signal: 'SIGKILL' }],
        },
      },
    });
    const record = await run(place);
    expect(record.artifacts).toEqual(['cell/edu/probe/artifacts/vmcore']);
  });
});

describe('artifacts as a tar', () => {
  it('come back as they are', async () => {
    const place = tarRig(await tarOf([{ name: 'artifacts/a/b', content: 'abc' }]));
    const record = await run(place);
    expect(record).toMatchObject({
      ending: { kind: 'completed' },
      artifacts: ['cell/edu/probe/artifacts/a/b'],
      notes: [],
    });
    expect(artifact(place, 'a/b')).toBe('abc');
  });

  it('are left out, and the test judged by its stages, when what comes is no tar', async () => {
    const record = await run(tarRig(Buffer.alloc(4096, 'x')));
    expect(record).toMatchObject({
      ending: { kind: 'completed' },
      stages: [{ name: 'run', exitStatus: 0 }],
      artifacts: [],
    });
    expect(record.notes).toEqual([expect.stringMatching(/^artifact left out: the rest: Invalid tar header/)]);
  });

  it('are left out, and the test judged by its stages, when the agent cannot send them', async () => {
    const place = rig({
      job: { folderTransport: 'tar' },
      scenario: { at: { collect: [{ agent: 'failed collect tar: artifacts: No such file or directory' }] } },
    });
    const record = await run(place);
    expect(record).toMatchObject({
      ending: { kind: 'completed' },
      notes: ['artifact left out: the rest: collect: tar: artifacts: No such file or directory'],
    });
  });

  it('do not hide how a machine ended that died while it sent them', async () => {
    const half = (await tarOf([{ name: 'artifacts/a', content: 'x'.repeat(900) }])).subarray(0, 600);
    const reset: Step = { event: 'SHUTDOWN', data: { guest: true, reason: 'guest-reset' } };
    const place = rig({
      job: { folderTransport: 'tar' },
      scenario: { at: { collect: [{ say: 'files', base64: half.toString('base64') }, reset, { exit: 0 }] } },
    });
    const record = await run(place);
    expect(record).toMatchObject({ ending: { kind: 'guest-reset' }, artifacts: [] });
  });
});

describe('the folder as a tar', () => {
  it('may take as long as it likes to arrive, as long as something does', async () => {
    const place = rig({
      job: { folderTransport: 'tar' },
      scenario: {
        at: { folder: [{ readSlowly: 'files', bytes: 4 * 1024 * 1024, everyMs: 100 }, { agent: 'ok folder' }] },
      },
    });
    const { planned } = place.job;
    const data = join(place.root, 'edu', 'data');
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, 'large'), Buffer.alloc(4 * 1024 * 1024, 'x'));
    const job = { ...place.job, planned: { ...planned, test: { ...planned.test, dataDirectory: data } } };
    const record = await run({ ...place, job }, { limits: { ...watchLimits, prepareMs: 1500 } });
    expect(record.ending).toEqual({ kind: 'completed' });
    expect(record.startMs).toBeGreaterThan(2500);
  });

  it('does not hide how a machine ended that died while it was sent', async () => {
    const record = await run(
      rig({ job: { folderTransport: 'tar' }, scenario: { at: { folder: [{ signal: 'SIGKILL' }] } } }),
    );
    expect(record.ending).toEqual({ kind: 'qemu-exited', exitCode: undefined, signal: 'SIGKILL', lastOutput: '' });
  });

  it('may be refused by the agent', async () => {
    const record = await run(
      rig({ job: { folderTransport: 'tar' }, scenario: { at: { folder: [{ agent: 'failed folder no space' }] } } }),
    );
    expect(record.ending).toEqual({ kind: 'agent-lost', detail: 'folder: no space' });
  });
});

/** A guest that does this in its `run`. */
function afterRun(...steps: readonly Step[]): Scenario {
  return { at: { 'stage run': [{ agent: 'begin run' }, ...steps, { agent: 'end run 0' }] } };
}

/** A file as QEMU's security model mapped-file leaves it: its type stands beside it. */
function asMapped(name: string, mode: number, content: string): readonly Step[] {
  return [
    { write: `artifacts/${name}`, content },
    { write: `artifacts/.virtfs_metadata/${name}`, content: `virtfs.uid=0\nvirtfs.gid=0\nvirtfs.mode=${mode}\n` },
  ];
}

function tarRig(archive: Buffer): Rig {
  const sent: readonly Step[] = [
    { say: 'files', base64: archive.toString('base64') },
    { say: 'files', text: '$MARK' },
    { agent: 'ok collect' },
  ];
  return rig({ job: { folderTransport: 'tar' }, scenario: { at: { collect: sent } } });
}

async function tarOf(files: readonly { readonly name: string; readonly content: string }[]): Promise<Buffer> {
  const archive = pack();
  for (const { name, content } of files) archive.entry({ name }, content);
  archive.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of archive) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

function artifact({ job }: Rig, path: string): string {
  return readFileSync(join(job.directory, 'artifacts', path), 'utf8');
}
