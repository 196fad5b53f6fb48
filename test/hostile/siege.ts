import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostEvent } from '../../src/device-host/control-protocol.ts';
import { startDeviceHost } from '../../src/device-host/device-host-process.ts';
import { GuestMemory } from '../../src/device/test-bus/guest-memory.ts';
import { connectLocal } from '../../src/host/local-socket.ts';
import { QemuClient } from '../unit/device-host/qemu-client.ts';
import { attacks } from './attacks.ts';
import { randomOf } from './random.ts';

export interface Siege {
  /** `device-host.mjs`: the target process. */
  readonly program: string;
  readonly seed: number;
  /** Attacks start until then. Each runs at least once. */
  readonly lastsMs: number;
  /** The amount per attack. */
  readonly amount: number;
}

export interface SiegeReport {
  readonly attacks: number;
  /** A failure: attack, seed, and what went wrong. */
  readonly failures: readonly string[];
  /** Events of the process, except connecting and disconnecting machines. */
  readonly events: readonly HostEvent[];
  /** Memory of the process: before the first attack, after the last, and at most. */
  readonly memoryMiB: { readonly before: number; readonly after: number; readonly most: number };
}

/**
 * What the process may take for a device that a machine does its worst to: the longest transfer there is (64 MiB) once
 * in the model, once on its way, once where its pieces come from; its log; and what the garbage collector has not
 * looked at.
 */
export const mostMemoryMiB = 512;

/** How long an honest machine waits for an answer during an attack. */
const honestLimitMs = 10_000;

/** Attacks a device of the process of models in all ways, while an honest machine uses another device. */
export async function besiege({ program, seed, lastsMs, amount }: Siege): Promise<SiegeReport> {
  const directory = mkdtempSync(join(tmpdir(), 'qdt-siege-'));
  const events: HostEvent[] = [];
  try {
    using host = startDeviceHost({ program, onOutput: () => undefined, onEvent: (event) => events.push(event) });
    const model = join(import.meta.dirname, '../device-contract/sample-model.ts');
    for (const device of ['attacked', 'honest'])
      await host.ask({ do: 'create', device, model, socket: join(directory, device), controls: {}, faults: [] });
    const pid = childRunning(program);
    const honest = new QemuClient(
      await connectLocal(join(directory, 'honest')),
      new GuestMemory(
        () => undefined,
        () => undefined,
      ),
    );
    await honest.handshake();
    const before = memoryOf(pid);
    const failures: string[] = [];
    const startedMs = performance.now();
    let done = 0;
    for (let round = 0; failures.length === 0 && (round === 0 || performance.now() - startedMs < lastsMs); round++) {
      for (const [name, attack] of Object.entries(attacks)) {
        const attackSeed = seed + done++;
        await attack({
          connect: () => connectLocal(join(directory, 'attacked')),
          random: randomOf(attackSeed),
          amount,
        });
        const complaint = await Promise.race([
          honestly(honest),
          after(honestLimitMs, 'no answer to an honest machine'),
        ]);
        if (complaint !== undefined) failures.push(`${name}, seed ${attackSeed}: ${complaint}`);
      }
    }
    const { now, most } = memoryOf(pid);
    return {
      attacks: done,
      failures,
      events: events.filter(({ event }) => event !== 'disconnected' && event !== 'connected'),
      memoryMiB: { before: before.now, after: now, most },
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The problem with an honest machine's answers; undefined: none. */
async function honestly(client: QemuClient): Promise<string | undefined> {
  await client.writeBar({ bar: 0, offset: 4, length: 4 }, Buffer.from([1, 2, 3, 4]));
  const read = await client.readBar({ bar: 0, offset: 0, length: 8 });
  return read.toString('hex') === '4200feca01020304' ? undefined : `an honest machine read ${read.toString('hex')}`;
}

async function after(delayMs: number, what: string): Promise<string> {
  return await new Promise((resolve) => setTimeout(() => resolve(what), delayMs).unref());
}

/** @throws Error when no child of this process runs it */
function childRunning(program: string): string {
  const children = readdirSync('/proc/self/task').flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' '),
  );
  const found = children.find((pid) => pid !== '' && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(program));
  if (found === undefined) throw new Error(`no child runs ${program}`);
  return found;
}

function memoryOf(pid: string): { readonly now: number; readonly most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? NaN) / 1024;
  return { now: field('VmRSS'), most: field('VmHWM') };
}
