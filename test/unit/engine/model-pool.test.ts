import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkModels } from '../../../src/app/model-check.ts';
import type { CreateDevice } from '../../../src/device-host/control-protocol.ts';
import { ModelPool } from '../../../src/engine/model-pool.ts';
import { ProvisionError } from '../../../src/provision/provisioned.ts';
import type { ModelLease } from '../../../src/run/devices/model-device.ts';
import type { DeviceLine, SuiteTest } from '../../../src/suite/suite.ts';
import { buildDeviceHost, models } from '../device-host/host-rig.ts';
import { eventually } from '../eventually.ts';
import { suite, suiteTest } from '../plan/plan-request.ts';
import { isAlive, pidsMentioning } from '../processes.ts';
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

async function create(
  lease: ModelLease,
  model: string,
  controls: Readonly<Record<string, string>> = {},
): Promise<void> {
  await lease.ask(requestOf(model, controls));
}

function requestOf(model: string, controls: Readonly<Record<string, string>> = {}): CreateDevice {
  const socket = join(directory, `s${sockets++}`);
  return { do: 'create', device: 'd', model: join(models, model), socket, controls, faults: [] };
}

async function loadsSeen(lease: ModelLease): Promise<unknown> {
  return (await lease.ask({ do: 'get-controls', device: 'd' })).controls['loads'];
}

const processes = (): readonly number[] => pidsMentioning(built.program);

/** What is killed needs a moment to die: no test counts the processes of the one before it. */
afterEach(() => eventually(() => expect(processes()).toEqual([])));

describe('a pool of processes for models', () => {
  it('gives each machine a process of its own, in which nothing of another test is left', async () => {
    using pool = new ModelPool(built.program, noLines);
    using first = pool.lend();
    await create(first, 'unruly.mjs');
    await first.end();
    using second = pool.lend();
    using third = pool.lend();
    await Promise.all([create(second, 'unruly.mjs'), create(third, 'unruly.mjs')]);
    // A counter at the top of the model's file.
    expect(await Promise.all([loadsSeen(second), loadsSeen(third)])).toEqual([1, 1]);
  });

  it('starts only the next one while the first is used', async () => {
    using pool = new ModelPool(built.program, noLines);
    using first = pool.lend();
    expect(processes()).toHaveLength(1);
    await create(first, 'counter.ts');
    await eventually(() => expect(processes()).toHaveLength(2));
    const ahead = processes();
    using second = pool.lend();
    expect(processes()).toEqual(ahead);
    await create(second, 'counter.ts');
    await eventually(() => expect(processes()).toHaveLength(3));
  });

  it('starts none ahead of the last', async () => {
    using pool = new ModelPool(built.program, noLines);
    using last = pool.lend({ isLast: true });
    await create(last, 'counter.ts');
    await last.ask({ do: 'faults', device: 'd' });
    expect(processes()).toHaveLength(1);
  });

  it('ends a process with its machine, and all with the run', async () => {
    using pool = new ModelPool(built.program, noLines);
    const first = pool.lend();
    await create(first, 'counter.ts');
    const [pid = 0] = processes();
    await first.end();
    await eventually(() => expect(isAlive(pid)).toBe(false));
    expect(await first.broken).toEqual({
      kind: 'model',
      detail: 'its process was stopped, because it is no longer needed',
    });
    await create(pool.lend(), 'counter.ts');
    pool[Symbol.dispose]();
    await eventually(() => expect(processes()).toEqual([]));
  });

  it('starts another where the one started ahead has died', async () => {
    using pool = new ModelPool(built.program, noLines);
    using first = pool.lend();
    await eventually(() => expect(processes()).toHaveLength(1));
    const [own] = processes();
    await create(first, 'counter.ts');
    await eventually(() => expect(processes()).toHaveLength(2));
    for (const pid of processes()) if (pid !== own) process.kill(pid, 'SIGKILL');
    await eventually(() => expect(processes()).toEqual([own]));
    await new Promise((resolve) => setTimeout(resolve, 500));
    using second = pool.lend();
    await expect(create(second, 'counter.ts')).resolves.toBeUndefined();
  });

  it('lets a process check the relay of interrupt lines until one has made a device with it', async () => {
    const relay = { kind: 'ready', program: '/bin/true' } as const;
    using pool = new ModelPool(built.program, () => Promise.resolve(relay));
    using first = pool.lend();
    expect(await first.lineRelay()).toEqual(relay);
    await first.ask({ ...requestOf('line.mjs'), lineRelay: await first.lineRelay() });
    using second = pool.lend();
    expect(await second.lineRelay()).toEqual({ ...relay, isTried: true });
  });

  it('isolates the next test from what a model does after its own', async () => {
    using pool = new ModelPool(built.program, noLines);
    using first = pool.lend();
    await create(first, 'unruly.mjs', { deed: 'throws in a timer' });
    await first.end();
    using second = pool.lend();
    await create(second, 'unruly.mjs');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(second.events).toEqual([]);
    await expect(second.ask({ do: 'faults', device: 'd' })).resolves.toEqual({ faults: [] });
  });

  it('tells each machine what its own models print', async () => {
    using pool = new ModelPool(built.program, noLines);
    const printed = { first: '', second: '' };
    using first = pool.lend({ onOutput: (chunk) => (printed.first += chunk.toString()) });
    await create(first, 'prints.mjs');
    using second = pool.lend({ onOutput: (chunk) => (printed.second += chunk.toString()) });
    await create(second, 'plain.mjs');
    await first.end();
    await second.end();
    expect(printed).toEqual({ first: 'loaded\n', second: '' });
  });
});

it('tells of a model that breaks with the frames of its own, and none of ours', async () => {
  using pool = new ModelPool(built.program, noLines);
  const lease = pool.lend();
  await create(lease, 'throws-late.mjs');
  expect(await lease.broken).toEqual({ kind: 'model', detail: 'd: Error: too late' });
  expect(lease.events).toMatchObject([{ event: 'crashed', device: 'd' }]);
  const [event] = lease.events;
  expect(event?.event === 'crashed' ? event.crash.stack.replaceAll(/[^\s(]*\/models\//g, '') : '').toBe(
    'Error: too late\n    at late (throws-late.mjs:9:9)\n    at throws-late.mjs:5:46',
  );
});

describe('models are tried before anything runs', () => {
  const device = (file: string, parameters: readonly (readonly [string, string])[] = []): DeviceLine => ({
    id: 'd',
    path: join(models, file),
    parameters: new Map(parameters),
    file: '/s/edu/info/devices',
    line: 4,
  });
  const faults = (...texts: readonly string[]): SuiteTest['faults'] =>
    texts.map((text, index) => ({ text, file: '/s/edu/a/info/faults', line: index + 1 }));

  it.each([
    [
      'a file that is not there',
      device('missing.ts'),
      [],
      '/s/edu/info/devices:4',
      /^d: .*missing\.ts could not be loaded: /,
    ],
    ['no device', device('nothing.mjs'), [], '/s/edu/info/devices:4', /expected a device as the default export/],
    [
      'a control that there is not',
      device('counter.ts', [['strat', '1']]),
      [],
      '/s/edu/info/devices:4',
      /^d: no control "strat"; its controls are start, seen$/,
    ],
    [
      'a value that a control does not take',
      device('counter.ts', [['start', 'x']]),
      [],
      '/s/edu/info/devices:4',
      /control start: expected a number.*, found "x"/,
    ],
    [
      'a register that there is not',
      device('counter.ts'),
      faults('irq-drop', 'read-ones register=IDD'),
      '/s/edu/a/info/faults:2',
      /no register IDD; the registers are ID, /,
    ],
  ])('%s', async (_name, ...[line, given, place, message]) => {
    const checked = suite('/s/edu', [], { devices: [line], tests: [suiteTest('/s/edu', 'a', { faults: given })] });
    using pool = new ModelPool(built.program, noLines);
    const problems = await checkModels([checked], pool, new AbortController().signal);
    expect(problems.map((problem) => `${problem.file}:${problem.line ?? ''}`)).toEqual([place]);
    expect(problems[0]?.message).toMatch(message);
  });

  it('and nothing is said of those that are sound', async () => {
    const sound = suite('/s/edu', [], {
      devices: [device('counter.ts', [['start', '3']])],
      tests: [suiteTest('/s/edu', 'a', { faults: faults('irq-drop') })],
    });
    using pool = new ModelPool(built.program, noLines);
    expect(await checkModels([sound], pool, new AbortController().signal)).toEqual([]);
  });

  it('a model that never finishes loading, and one that is tried after it', async () => {
    const checked = suite('/s/edu', [], {
      devices: [device('awaits-for-ever.mjs')],
      tests: [
        suiteTest('/s/edu', 'a'),
        suiteTest('/s/edu', 'b', {
          devices: [{ ...device('counter.ts', [['strat', '1']]), id: 'e', file: '/s/edu/b/info/devices', line: 1 }],
        }),
      ],
    });
    using pool = new ModelPool(built.program, noLines, { limits: { loadMs: 300 } });
    const problems = await checkModels([checked], pool, new AbortController().signal);
    expect(problems.map(({ message }) => message).sort()).toEqual([
      expect.stringMatching(
        /^d: .*awaits-for-ever\.mjs could not be loaded: its top level is still waiting after 0\.3 s$/,
      ) as string,
      'e: no control "strat"; its controls are start, seen',
    ]);
  });

  it('not after the check was aborted', async () => {
    const checked = suite('/s/edu', [], {
      devices: [device('awaits-for-ever.mjs')],
      tests: [suiteTest('/s/edu', 'a')],
    });
    using pool = new ModelPool(built.program, noLines);
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(new Error('cancelled')), 500);
    const startedMs = performance.now();
    await expect(checkModels([checked], pool, cancel.signal)).rejects.toThrow('cancelled');
    expect(performance.now() - startedMs).toBeLessThan(5000);
  });

  it('by this host, whose own want is no problem of the suite', async () => {
    const sound = suite('/s/edu', [], { devices: [device('counter.ts')], tests: [suiteTest('/s/edu', 'a')] });
    using pool = new ModelPool('/nowhere/device-host.mjs', noLines);
    await expect(checkModels([sound], pool, new AbortController().signal)).rejects.toThrow(ProvisionError);
  });
});
