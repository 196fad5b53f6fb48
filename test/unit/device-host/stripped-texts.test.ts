import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildDeviceHost, models, startHostRig } from './host-rig.ts';

let built: ReturnType<typeof buildDeviceHost>;
const directory = mkdtempSync(join(tmpdir(), 'qdt-texts-'));

beforeAll(() => {
  built = buildDeviceHost();
});
afterAll(() => {
  built[Symbol.dispose]();
  rmSync(directory, { recursive: true });
});

it('a model is stripped of its types once, whatever number of processes loads it', async () => {
  const texts = mkdtempSync(join(directory, 'shared-'));
  const examine = async (program: string): Promise<object> => {
    using rig = startHostRig(program, { texts });
    return await rig.host.ask({ do: 'examine', model: join(models, 'counter.ts') });
  };
  expect(await examine(built.program)).toEqual({ bus: 'pci', hasLine: false });
  // Its own, and that of a file that it imports.
  expect(readdirSync(texts)).toHaveLength(2);
  rmSync(join(built.program, '../type-stripper.mjs'));
  expect(await examine(built.program)).toEqual({ bus: 'pci', hasLine: false });
});
