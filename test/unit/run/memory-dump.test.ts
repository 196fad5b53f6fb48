import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compressFile } from '../../../src/host/files/compress-file.ts';
import type { RunRecord } from '../../../src/run/evidence/run-record.ts';
import { watchLimits } from '../../../src/run/watch/watch-limits.ts';
import { fakeQemu, type Scenario } from '../../fake-qemu/scenario.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { rig, type Rig, run } from './test-rig.ts';

const size = { 'query-memory-size-summary': { return: { 'base-memory': 1024 * 1024 } } };

async function dump(
  scenarioFor: (dumpPath: string) => Scenario,
): Promise<{ readonly record: RunRecord; readonly place: Rig }> {
  const place = rig({ changes: { timeoutMs: 200 }, job: { memoryDump: true } });
  const scenario = {
    at: { 'stage run': [{ agent: 'begin run' }] },
    ...scenarioFor(join(place.job.directory, 'postmortem', 'memory.elf')),
  };
  const job = { ...place.job, qemu: fakeQemu(scenario, place.root) };
  return {
    record: await run({ ...place, job }, { limits: { ...watchLimits, heartbeatGraceMs: 50, postMortemMs: 300 } }),
    place,
  };
}

const dumpsIn = ({ job }: Rig): readonly string[] =>
  readdirSync(join(job.directory, 'postmortem')).filter((name) => name.startsWith('memory'));

describe('a memory dump', () => {
  it('is none when the machine dies while it is written, and nothing of it is left', async () => {
    const { record, place } = await dump((path) => ({
      monitor: size,
      atMonitor: { 'dump-guest-memory': [{ writeOutside: path, bytes: 1000 }, { exit: 1 }] },
    }));
    expect(record.notes).toContainEqual(
      expect.stringMatching(/^no memory dump: (QEMU ended while it wrote|dump-guest-memory: the monitor)/),
    );
    expect([dumpsIn(place), record.postMortem?.files.filter((path) => path.includes('memory'))]).toEqual([[], []]);
  });

  it('is none when QEMU cannot write all of it', async () => {
    const { record, place } = await dump((path) => ({
      monitor: size,
      atMonitor: { 'dump-guest-memory': [{ writeOutside: path, bytes: 1000 }] },
      refusedCommands: {
        'dump-guest-memory': { class: 'GenericError', desc: 'dump: failed to save memory: No space left on device' },
      },
    }));
    expect(record.notes).toContain(
      'no memory dump: QEMU refused dump-guest-memory: dump: failed to save memory: No space left on device',
    );
    expect(dumpsIn(place)).toEqual([]);
  });

  it('is there when QEMU says that it is complete', async () => {
    const { record, place } = await dump((path) => ({
      monitor: { ...size, 'dump-guest-memory': {} },
      atMonitor: { 'dump-guest-memory': [{ writeOutside: path, bytes: 1000 }] },
    }));
    expect(dumpsIn(place)).toEqual([expect.stringMatching(/^memory\.elf\.(zst|gz)$/)]);
    expect(record.postMortem?.files).toContainEqual(expect.stringMatching(/memory\.elf\.(zst|gz)$/));
  });

  it('is none when the guest has more memory than is dumped', async () => {
    const { record } = await dump(() => ({
      monitor: { 'query-memory-size-summary': { return: { 'base-memory': 2 ** 40 } } },
    }));
    expect(record.notes).toContainEqual(
      expect.stringMatching(/^no memory dump: expected at most \d+ bytes of guest memory, found 1099511627776$/),
    );
  });
});

describe('compressFile', () => {
  it('leaves neither file when it is broken off', async () => {
    const directory = temporaryDirectory();
    const path = join(directory, 'memory.elf');
    writeFileSync(path, Buffer.alloc(1024 * 1024));
    await expect(compressFile(path, AbortSignal.abort(new Error('no time')))).rejects.toThrow('no time');
    expect(readdirSync(directory)).toEqual([]);
  });

  it('replaces a file by its compressed self', async () => {
    const path = join(temporaryDirectory(), 'memory.elf');
    writeFileSync(path, Buffer.alloc(1024 * 1024));
    const packed = await compressFile(path);
    expect([existsSync(path), existsSync(packed)]).toEqual([false, true]);
  });
});
