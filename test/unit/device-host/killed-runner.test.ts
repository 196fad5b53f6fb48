import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleModule } from '../bundled-module.ts';
import { isAlive } from '../processes.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { buildDeviceHost, models } from './host-rig.ts';

let built: ReturnType<typeof buildDeviceHost>;
beforeAll(() => {
  built = buildDeviceHost();
});
afterAll(() => built[Symbol.dispose]());

/** Long before the watch over a hanging model would end it. */
const atOnceMs = 4000;

/** A runner in a process of its own, whose model does this; the process of the models is told. */
async function startRunner(
  deed: string,
  node: string,
): Promise<{ readonly runner: ChildProcess; readonly models: number }> {
  const directory = temporaryDirectory();
  const module = bundleModule('device-host/device-host-process.ts', directory);
  const create = {
    do: 'create',
    device: 'd',
    model: join(models, 'unruly.mjs'),
    socket: join(directory, 's'),
    controls: { deed },
    faults: [],
  };
  const script = `import { startDeviceHost } from ${JSON.stringify(module)};
    const host = startDeviceHost({
      program: ${JSON.stringify(built.program)}, node: ${JSON.stringify(node)},
      onOutput: () => {}, onEvent: () => {}, limits: { hangMs: 60_000 },
    });
    await host.ask(${JSON.stringify(create)});
    setTimeout(() => console.log(host.pid), 100);`;
  const runner = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(runner.stdout), 'line')) as [string];
  return { runner, models: Number(line) };
}

async function isGoneWithin(pid: number, limitMs: number): Promise<boolean> {
  const startedMs = performance.now();
  while (isAlive(pid)) {
    if (performance.now() - startedMs > limitMs) return false;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return true;
}

/** As if the kernel had been told of the runner's death too late to be asked for a signal. */
function nodeWithoutDeathSignal(): string {
  const path = join(temporaryDirectory(), 'node');
  writeFileSync(path, `#!/bin/sh\nexec setpriv --pdeathsig clear -- ${process.execPath} "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}

it.each([
  ['idles', '', () => process.execPath],
  ['runs on and on', 'spins', () => process.execPath],
  ['idles, and gets no signal', '', nodeWithoutDeathSignal],
  ['runs on and on, and gets no signal', 'spins', nodeWithoutDeathSignal],
])('a runner that is killed leaves no process of models behind that %s', async (_what, deed, node) => {
  const { runner, models: pid } = await startRunner(deed, node());
  expect(isAlive(pid)).toBe(true);
  runner.kill('SIGKILL');
  expect(await isGoneWithin(pid, atOnceMs)).toBe(true);
});

it('nor one that is stopped', async () => {
  const { runner, models: pid } = await startRunner('', process.execPath);
  process.kill(pid, 'SIGSTOP');
  runner.kill('SIGKILL');
  expect(await isGoneWithin(pid, atOnceMs)).toBe(true);
});
