import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root, runCli } from './cli.ts';
import { runCrowd } from './poke/crowd.ts';

it('sixteen simultaneous clones with device models lose nothing and do not touch their template', async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'qdt-crowd-'));
  try {
    const { drivers, devices, mappings } = await runCrowd({
      root,
      scratch,
      machines: 16,
      rounds: 50,
      run: (args) => runCli(['run', ...args]),
    });
    expect(drivers).toEqual(
      Array.from({ length: 16 }, () => ({
        outcome: 'pass',
        reads: 150,
        writes: 400,
        interrupts: 150,
        transfers: 100,
        wrong: 0,
      })),
    );
    expect(devices).toEqual({ reads: 16 * 150, writes: 16 * 400, interrupts: 16 * 150, transfers: 16 * 100 });
    // Both kinds of process were observed.
    expect([mappings.ofMachines.size, mappings.ofModels.size]).not.toContain(0);
    expect([...mappings.ofMachines].filter((file) => mappings.ofModels.has(file))).toEqual([]);
  } finally {
    rmSync(scratch, { recursive: true });
  }
});
