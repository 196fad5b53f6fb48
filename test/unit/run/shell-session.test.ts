import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { DeviceHostError } from '../../../src/device-host/device-host-error.ts';
import type { ModelsJob } from '../../../src/run/devices/machine-models.ts';
import type { ModelLease } from '../../../src/run/devices/model-device.ts';
import { runShell, type ShellOutcome, type ShellReady } from '../../../src/run/shell/shell-session.ts';
import type { ShellTerminal } from '../../../src/run/shell/shell-terminal.ts';
import type { Scenario, Step } from '../../fake-qemu/scenario.ts';
import { noLines } from '../engine/no-lines.ts';
import { rig } from './test-rig.ts';

const begins: Step = { agent: 'begin shell' };

describe('a shell fed by a pipe', () => {
  it('gives its output and its status, and the kernel its messages apart', async () => {
    const seen = await open(
      {
        'shell pipe': [
          begins,
          { say: 'log.run', text: 'out\n' },
          { say: 'console', text: '[ 2.0] kernel\r\n' },
          { agent: 'end shell 3' },
        ],
      },
      'pipe',
    );
    expect(seen).toMatchObject({ outcome: { kind: 'exited', exitStatus: 3 }, output: 'out\n' });
    expect(seen.kernel).toContain('[ 2.0] kernel');
    expect(seen.ready).toMatchObject([{ release: '6.1.0-fake', debuggerSocket: undefined }]);
  });

  it('says when the machine is lost under it, and what the machine had said', async () => {
    const seen = await open({ shell: [begins, { say: 'console', text: 'Kernel panic\r\n' }, { exit: 0 }] }, 'pipe');
    expect(seen.outcome).toMatchObject({
      kind: 'lost',
      hadBegun: true,
      ending: { kind: 'qemu-exited', exitCode: 0 },
      consoleText: expect.stringContaining('Kernel panic') as unknown,
    });
  });

  it('does not begin where the guest cannot be made ready', async () => {
    const seen = await open({ folder: [{ agent: 'failed folder no 9p' }] }, 'pipe');
    expect(seen.outcome).toMatchObject({
      kind: 'lost',
      hadBegun: false,
      ending: { kind: 'agent-lost', detail: 'folder: no 9p' },
    });
    expect(seen.ready).toEqual([]);
  });

  it('is over when it is cancelled', async () => {
    const cancel = new AbortController();
    const seen = open({ shell: [begins, { hang: true }] }, 'pipe', {
      signal: cancel.signal,
      onReady: () => cancel.abort(),
    });
    expect((await seen).outcome).toMatchObject({ kind: 'lost', hadBegun: true, ending: { kind: 'cancelled' } });
  });
});

it('does not begin without a device model that cannot be had, and says why', async () => {
  const ask = (): Promise<never> => Promise.reject(new DeviceHostError('m.ts could not be loaded: Unexpected token'));
  const lend = (): ModelLease => ({
    ask,
    lineRelay: noLines,
    events: [],
    broken: new Promise(() => undefined),
    end: () => Promise.resolve(),
    [Symbol.dispose]: () => undefined,
  });
  const seen = await open({}, 'pipe', {
    models: { devices: [{ id: 'd0', path: '/m.ts', parameters: {}, faults: [] }], lend },
  });
  expect(seen.outcome).toMatchObject({
    kind: 'lost',
    hadBegun: false,
    ending: {
      kind: 'not-started',
      cause: { kind: 'model-failed', detail: 'm.ts could not be loaded: Unexpected token' },
    },
    consoleText: '',
  });
});

describe('a shell on a terminal', () => {
  it('is told the size, has the keys while it runs, and gives them back', async () => {
    const seen = await open(
      { 'shell terminal ttyS0 24 80': [begins, { say: 'console', text: 'prompt # ' }, { agent: 'end shell 0' }] },
      'terminal',
    );
    expect(seen).toMatchObject({ outcome: { kind: 'exited', exitStatus: 0 }, keys: ['taken', 'given back'] });
    expect(seen.output).toMatch(/prompt # $/);
  });

  it('ends at Ctrl-], whatever the guest does', async () => {
    const seen = await open({ shell: [begins, { hang: true }] }, 'terminal', {
      onReady: (input) => void setTimeout(() => input.write('abc\x1ddef'), 100),
    });
    expect(seen).toMatchObject({ outcome: { kind: 'left' }, keys: ['taken', 'given back'] });
  });

  it('ends when the terminal is gone', async () => {
    const seen = await open({ shell: [begins, { hang: true }] }, 'terminal', {
      onReady: (input) => void setTimeout(() => input.end(), 100),
    });
    expect(seen).toMatchObject({ outcome: { kind: 'left' }, keys: ['taken', 'given back'] });
  });

  it.each<[string, Step]>([
    ['QEMU dies', { signal: 'SIGKILL' }],
    ['the agent is lost', { closeChannel: 'control' }],
  ])('gives the keys back when %s', async (_what, step) => {
    const seen = await open({ shell: [begins, step] }, 'terminal');
    expect(seen).toMatchObject({ outcome: { kind: 'lost', hadBegun: true }, keys: ['taken', 'given back'] });
  });
});

interface Opening {
  readonly models?: ModelsJob;
  readonly signal?: AbortSignal;
  readonly onReady?: (input: PassThrough) => void;
}

interface Seen {
  readonly outcome: ShellOutcome;
  readonly output: string;
  readonly kernel: string;
  readonly ready: readonly ShellReady[];
  readonly keys: readonly string[];
}

async function open(
  at: NonNullable<Scenario['at']>,
  kind: ShellTerminal['kind'],
  { signal, onReady, models }: Opening = {},
): Promise<Seen> {
  const [input, output, kernel] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const keys: string[] = [];
  const ready: ShellReady[] = [];
  const takeKeys = (): (() => void) => {
    keys.push('taken');
    return () => void keys.push('given back');
  };
  const size = { rows: 24, columns: 80 };
  const terminal: ShellTerminal =
    kind === 'pipe'
      ? { kind, input, output, kernel }
      : { kind, input, output, term: 'xterm', size: () => size, onResize: () => () => undefined, takeKeys };
  const { resultsDirectory: _results, directory: _directory, ...job } = rig({ scenario: { at } }).job;
  const outcome = await runShell(
    { ...job, ...(models === undefined ? {} : { models }), hasTest: true, isDebugged: false },
    {
      tripwire: () => false,
      signal: signal ?? new AbortController().signal,
      terminal,
      onReady: (facts) => {
        ready.push(facts);
        onReady?.(input);
      },
    },
  );
  return { outcome, output: textOf(output), kernel: textOf(kernel), ready, keys };
}

function textOf(stream: PassThrough): string {
  const bytes: unknown = stream.read();
  return bytes instanceof Buffer ? bytes.toString() : '';
}
