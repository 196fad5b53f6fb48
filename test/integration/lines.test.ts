import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FinishedRun, runCli, runSuite, suites } from './cli.ts';

describe('serial lines and network links whose far ends are models', () => {
  let run: FinishedRun;
  beforeAll(async () => {
    run = await runSuite([join(suites, 'lines'), '--kernel', 'debian:6.12', '--accel', 'tcg', '--jobs', '2']);
  });
  afterAll(() => run[Symbol.dispose]());

  it.each([
    ['talks', 'clone'],
    ['cold', 'cold'],
    ['line-faults', 'clone'],
    ['link-faults', 'clone'],
    ['early-fault', 'clone'],
    ['comes-again', 'clone'],
    ['removed', 'clone'],
  ])('%s: %s', (name, start) => {
    const { outcome, reason, start: started, stages } = run.test(name);
    expect({ outcome, reason, started, output: outcome === 'pass' ? '' : run.read(stages[0]?.log ?? '') }).toEqual({
      outcome: 'pass',
      reason: expect.any(String) as string,
      started: start,
      output: '',
    });
  });

  it('a link partner gets no frame but those of the guest', () => {
    const frames = run.results.tests.flatMap(({ timeline }) =>
      timeline === undefined
        ? []
        : [...run.read(timeline).matchAll(/frame received \(out, \d+ bytes\) (?<bytes>\w{28,})/g)],
    );
    const types = frames.map(({ groups }) => groups?.['bytes']?.slice(24, 28));
    expect(types).toContain('0806');
    // By RARP, QEMU would announce a machine that it has restored.
    expect(types.filter((type) => type !== '0806' && type !== '0800')).toEqual([]);
  });

  it('a model that throws is the error of its own test', () => {
    const { outcome, reason } = run.test('throws');
    expect(outcome).toBe('error');
    expect(reason).toMatch(
      /^the device model echo-line \(line0\) broke at received: Error: asked to, .*echo-line\.ts:\d+/s,
    );
  });

  it('what hangs on what is listed, and what passed is counted', () => {
    const listed = run.read(run.test('talks').stages[0]?.log ?? '');
    expect(listed).toContain(
      'line0 pci-serial\n  line0 device model\n    control alarm=over here\n    control lines=1\n',
    );
    expect(listed).toContain('net0 virtio-net-pci\n  net0 device model\n    control pings=');
    expect(run.stdout).toMatch(/hardware {2}echo-line: 2 of 2 exchanges/);
  });
});

it('a place that a model cannot have is refused before anything boots, with file and line', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'qdt-places-'));
  try {
    cpSync(join(suites, 'lines'), join(directory, 'lines'), { recursive: true });
    writeFileSync(
      join(directory, 'lines/info/devices'),
      'line0 models/echo-line.ts bus=i2c0\nnet0 models/neighbour.ts nic=igb\nline1 models/echo-line.ts nic=igb\n',
    );
    const { exitStatus, stderr } = await runCli(['run', 'lines', '--test', 'lines/talks'], { cwd: directory });
    expect(exitStatus).toBe(2);
    expect(stderr).toContain(
      'lines/info/devices:1: line0: expected the line of a model of a UART, such as bus=uart0.line, found bus=i2c0\n' +
        '  hint: Without bus=, the device is at a UART of QEMU.\n' +
        'lines/info/devices:3: line1: nic=igb is for the model of a link partner, but this is a model for serial\n',
    );
    expect(stderr).not.toContain('net0');
  } finally {
    rmSync(directory, { recursive: true });
  }
});
