import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSuite, suites, type FinishedRun } from './cli.ts';

describe('hw in a real guest', () => {
  let run: FinishedRun;

  beforeAll(async () => {
    run = await runSuite([
      join(suites, 'hardware'),
      '--kernel',
      'debian:6.1',
      '--machine',
      'm=-m 256',
      '--accel',
      'tcg',
    ]);
  });
  afterAll(() => run[Symbol.dispose]());

  it.each(['devices', 'disk', 'disks-again', 'model', 'refusals'])('changes the hardware as requested: %s', (name) => {
    const { outcome, reason, stages } = run.test(name);
    expect({ outcome, reason, output: outcome === 'pass' ? '' : run.read(stages[0]?.log ?? '') }).toEqual({
      outcome: 'pass',
      reason: '',
      output: '',
    });
  });

  it('leaves the memory of other clones alone when a guest gives some back', () => {
    const { console: path = '', start } = run.test('devices');
    const said = run.read(path.replace('console.log', 'qemu.log'));
    expect(start).toBe('clone');
    expect(said).toContain('Discarding RAM with readonly files is not supported');
    expect(said).not.toContain('it will modify the underlying file');
  });

  it('is in the timeline, each request once with its result', () => {
    const { console: path = '' } = run.test('disk');
    const entries = run
      .read(path.replace('console.log', 'timeline.jsonl'))
      .split('\n')
      .filter((line) => line.includes('"source":"hw"'));
    const texts = entries.map((line) => (JSON.parse(line) as { text: string }).text);
    expect(texts.slice(0, 3)).toEqual([
      'hw plug virtio-blk-pci,id=disk0,disk=8M',
      'hw block disk0 read-fail sectors=4096-4103 nth=2',
      'hw fired disk0 read-fail',
    ]);
    expect(texts[3]).toBe(
      'hw fired disk0 read-fail 2: not done: read-fail of disk0: expected at least 2 firings, found that it ' +
        'fired 1 times in 3 matching accesses',
    );
  });
});
