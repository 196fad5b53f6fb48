import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root, runCli } from './cli.ts';
import { runCrowd } from './poke/crowd.ts';

it('sixteen clones at once, with a device each from one process of models: nothing is lost, and nobody touches their template', async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'qdt-crowd-'));
  try {
    const { machines, mappings } = await runCrowd({ root, scratch, dist: join(root, 'dist'), machines: 16, rounds: 50, runProgram: ([, ...args]) => runCli(args) });
    const expected = { reads: 150, writes: 400, interrupts: 150, transfers: 100 };
    expect(machines).toEqual(Array.from({ length: 16 }, () => ({ outcome: 'pass', driver: { ...expected, wrong: 0 }, device: expected })));
    expect(mappings.ofMachines.size).toBeGreaterThan(0);
    expect([...mappings.ofMachines].filter((file) => mappings.ofModels.has(file))).toEqual([]);
    expect(mappings.ofModels.size).toBeGreaterThan(0);
  } finally {
    rmSync(scratch, { recursive: true });
  }
});
