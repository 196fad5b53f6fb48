import { describe, expect, it } from 'vitest';
import { RunRefused } from '../../../src/app/run-refused.ts';
import { Cancelled, cancelOnSignals } from '../../../src/cli/cancel-on-signals.ts';
import type { CommandHost } from '../../../src/cli/command-host.ts';
import { explain } from '../../../src/cli/explain-failure.ts';
import { UsageError } from '../../../src/cli/parse-arguments.ts';
import type { RunEvent } from '../../../src/event/event.ts';
import { ProvisionError } from '../../../src/provision/provisioned.ts';

describe('explain', () => {
  const noSpace = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });

  it.each([
    [new UsageError('run has no option --colour.'), 'run has no option --colour.', 2],
    [new RunRefused('/out holds something that is not ours.'), '/out holds something that is not ours.', 2],
    [new ProvisionError('There is no QEMU.'), 'There is no QEMU.', 69],
    [new ProvisionError('There is no QEMU.', { hint: 'Install one.' }), 'There is no QEMU.\nInstall one.', 69],
    [new Cancelled('Ctrl-C'), 'Cancelled by Ctrl-C before anything was tested.', 69],
    [noSpace, 'This host could not do its part: ENOSPC: no space left on device, write', 69],
  ])('says %o in words, without a stack', (error, message, exitStatus) => {
    expect(explain(error)).toEqual({ message, exitStatus });
  });

  it.each([new Error('Internal error: a cell was lost'), new Error('a cell was lost')])('keeps the stack of our own bugs: %o', (error) => {
    const { message, exitStatus } = explain(error);
    expect(exitStatus).toBe(69);
    expect(message).toMatch(/^Internal error: a cell was lost\n {4}at /);
  });

  it('says what was thrown that is no error', () => {
    expect(explain('nonsense')).toEqual({ message: 'Internal error: nonsense', exitStatus: 69 });
  });
});

describe('cancelOnSignals', () => {
  it.each([
    ['SIGINT', 'Ctrl-C'],
    ['SIGTERM', 'SIGTERM'],
  ] as const)('aborts the run at the first %s, and says by what', (name, by) => {
    const { signal, raise, events } = listen();
    expect(signal.aborted).toBe(false);
    raise(name);
    expect(events).toEqual([{ kind: 'cancelling', reason: by }]);
    expect(signal.reason).toEqual(new Cancelled(by));
  });

  it.each([
    ['SIGINT', 'SIGINT'],
    ['SIGTERM', 'SIGINT'],
    ['SIGINT', 'SIGTERM'],
  ] as const)('ends the process when %s is followed by %s', (first, second) => {
    const { raise, events } = listen();
    raise(first);
    expect(() => raise(second)).toThrow('exit 130');
    expect(events).toHaveLength(1);
  });
});

function listen(): { readonly signal: AbortSignal; readonly raise: (name: 'SIGINT' | 'SIGTERM') => void; readonly events: readonly RunEvent[] } {
  const listeners = new Map<string, () => void>();
  const events: RunEvent[] = [];
  const host: CommandHost = {
    version: '0.1.0',
    invocation: ['qemu-driver-test'],
    guestDirectory: '/guest',
    deviceHostProgram: '/device-host',
    judgeProgram: '/judge',
    cwd: '/',
    write: () => undefined,
    complain: () => undefined,
    isTty: false,
    color: false,
    columns: () => 80,
    onSignal: (name, listener) => void listeners.set(name, listener),
    exit: (status) => {
      throw new Error(`exit ${status}`);
    },
  };
  const signal = cancelOnSignals(host, (event) => events.push(event));
  return { signal, raise: (name) => listeners.get(name)?.(), events };
}
