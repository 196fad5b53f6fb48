import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkModels } from '../../../src/app/model-check.ts';
import { ModelPool } from '../../../src/engine/model-pool.ts';
import type { ModelLease } from '../../../src/run/model-device.ts';
import type { DeviceLine, SuiteTest } from '../../../src/suite/suite.ts';
import { buildDeviceHost, models } from '../device-host/host-rig.ts';
import { suite, suiteTest } from '../plan/plan-request.ts';
import { noLines } from './no-lines.ts';

let built: ReturnType<typeof buildDeviceHost>;
let directory: string;
let sockets = 0;
beforeAll(() => {
  built = buildDeviceHost();
  directory = mkdtempSync(join(tmpdir(), 'qdt-pool-'));
});
afterAll(() => {
  built[Symbol.dispose]();
  rmSync(directory, { recursive: true });
});

async function create(lease: ModelLease, model: string): Promise<void> {
  await lease.ask({ do: 'create', device: 'd', model: join(models, model), socket: join(directory, `s${sockets++}`), controls: {}, faults: [] });
}

async function isUsedAgain(lease: ModelLease): Promise<boolean> {
  // A device that nobody has taken away is still there in a process that is the same.
  return await create(lease, 'counter.ts').then(() => false, () => true);
}

describe('a pool of processes for models', () => {
  it('lends a process again that came back as good as new, and never to two at a time', async () => {
    using pool = new ModelPool(built.program, noLines);
    const first = pool.lend();
    await create(first, 'counter.ts');
    const second = pool.lend();
    expect(await isUsedAgain(second)).toBe(false);
    await second.ask({ do: 'destroy', device: 'd' });
    first.release(true);
    expect(await isUsedAgain(pool.lend())).toBe(true);
  });

  it('ends one that is not to be trusted, and tells its last machine that it is gone', async () => {
    using pool = new ModelPool(built.program, noLines);
    const first = pool.lend();
    await create(first, 'counter.ts');
    first.release(false);
    expect(await first.broken).toBe('its process has ended: SIGKILL');
    expect(await isUsedAgain(pool.lend())).toBe(false);
  });

  it('gives each machine only what was printed and what happened while it had the process', async () => {
    using pool = new ModelPool(built.program, noLines);
    const first = pool.lend();
    await expect(create(first, 'prints.mjs')).resolves.toBeUndefined();
    expect(first.output()).toBe('loaded\n');
    await first.ask({ do: 'destroy', device: 'd' });
    first.release(true);
    const second = pool.lend();
    await create(second, 'prints.mjs');
    expect([second.output(), second.events]).toEqual(['', []]);
  });
});

it('tells of a model that breaks with the frames of its own, and none of ours', async () => {
  using pool = new ModelPool(built.program, noLines);
  const lease = pool.lend();
  await create(lease, 'throws-late.mjs');
  expect(await lease.broken).toBe('d: Error: too late');
  expect(lease.events).toMatchObject([{ event: 'crashed', device: 'd' }]);
  const [event] = lease.events;
  expect(event?.event === 'crashed' ? event.crash.stack.replaceAll(/[^\s(]*\/models\//g, '') : '').toBe('Error: too late\n    at late (throws-late.mjs:9:9)\n    at throws-late.mjs:5:46');
});

describe('models are tried before anything runs', () => {
  const device = (file: string, parameters: readonly (readonly [string, string])[] = []): DeviceLine => ({ id: 'd', path: join(models, file), parameters: new Map(parameters), file: '/s/edu/info/devices', line: 4 });
  const faults = (...texts: readonly string[]): SuiteTest['faults'] => texts.map((text, index) => ({ text, file: '/s/edu/a/info/faults', line: index + 1 }));

  it.each([
    ['a file that is not there', device('missing.ts'), [], '/s/edu/info/devices:4', /^d: .*missing\.ts could not be loaded: /],
    ['no device', device('nothing.mjs'), [], '/s/edu/info/devices:4', /expected a device as the default export/],
    ['a control that there is not', device('counter.ts', [['strat', '1']]), [], '/s/edu/info/devices:4', /^d: there is no control "strat"; this model has start, seen$/],
    ['a value that a control does not take', device('counter.ts', [['start', 'x']]), [], '/s/edu/info/devices:4', /control start: expected a number.*, found "x"/],
    ['a register that there is not', device('counter.ts'), faults('irq-drop', 'read-ones register=IDD'), '/s/edu/a/info/faults:2', /there is no register IDD; there are ID, /],
  ])('%s', async (_name, ...[line, given, place, message]) => {
    const checked = suite('/s/edu', [], { devices: [line], tests: [suiteTest('/s/edu', 'a', { faults: given })] });
    using pool = new ModelPool(built.program, noLines);
    const problems = await checkModels([checked], pool);
    expect(problems.map((problem) => `${problem.file}:${problem.line ?? ''}`)).toEqual([place]);
    expect(problems[0]?.message).toMatch(message);
  });

  it('and nothing is said of those that are sound', async () => {
    const sound = suite('/s/edu', [], { devices: [device('counter.ts', [['start', '3']])], tests: [suiteTest('/s/edu', 'a', { faults: faults('irq-drop') })] });
    using pool = new ModelPool(built.program, noLines);
    expect(await checkModels([sound], pool)).toEqual([]);
  });
});
