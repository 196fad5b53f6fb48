import { describe, expect, it } from 'vitest';
import type { Machine } from '../../../src/machine/machine.ts';
import { portId } from '../../../src/machine/qemu-arguments.ts';
import { watchControlPort } from '../../../src/run/watch/control-port.ts';
import { pause } from '../../../src/run/watch/deadline.ts';

type Listener = Parameters<Machine['listen']>[0];

/** A machine of which only the events are heard. */
function machine(): { readonly listen: Machine['listen']; readonly say: (id: string, open: boolean) => void } {
  const listeners = new Set<Listener>();
  return {
    listen: (listener) => {
      listeners.add(listener);
      return { [Symbol.dispose]: () => void listeners.delete(listener) };
    },
    say: (id, open) => {
      for (const listener of listeners) listener({ name: 'VSERPORT_CHANGE', data: { id, open } });
    },
  };
}

async function isClosed(closed: Promise<void>): Promise<boolean> {
  return await Promise.race([closed.then(() => true), pause(100).then(() => false)]);
}

describe('watchControlPort', () => {
  it('reports a port that the guest has closed and does not open again', async () => {
    const { listen, say } = machine();
    using port = watchControlPort({ listen }, { suspendMs: 10 });
    say(portId('control'), false);
    expect(await isClosed(port.closed)).toBe(true);
  });

  it('says how long it has been closed', async () => {
    const { listen, say } = machine();
    using port = watchControlPort({ listen }, { suspendMs: 10_000 });
    say(portId('control'), true);
    expect(port.closedForMs()).toBe(0);
    say(portId('control'), false);
    await pause(20);
    expect(port.closedForMs()).toBeGreaterThan(10);
    say(portId('control'), true);
    expect(port.closedForMs()).toBe(0);
  });

  it('waits for a guest that suspends and resumes', async () => {
    const { listen, say } = machine();
    using port = watchControlPort({ listen }, { suspendMs: 10 });
    say(portId('control'), false);
    say(portId('control'), true);
    say(portId('files'), false);
    expect(await isClosed(port.closed)).toBe(false);
  });
});
