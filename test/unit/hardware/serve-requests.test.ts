import { randomBytes } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/calls/catalogue.ts';
import { MachineCalls, openCalls } from '../../../src/calls/machine-calls.ts';
import type { Hardware } from '../../../src/hardware/hardware.ts';
import { formatAnswer, serveRequests, type HwEntry } from '../../../src/hardware/serve-requests.ts';
import { duplexPair } from '../duplex-pair.ts';
import { eventually } from '../eventually.ts';
import { dispatcherRig, someDevices } from './dispatcher-rig.ts';

const id = (number: number): string => `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`;

interface Guest {
  readonly channel: Duplex;
  readonly heard: () => string;
  readonly entries: readonly HwEntry[];
}

function connect(hardware: Promise<Hardware>): Guest {
  const [host, channel] = duplexPair();
  const entries: HwEntry[] = [];
  serveRequests(host, { hardware }, (entry) => entries.push(entry));
  let text = '';
  channel.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { channel, heard: () => text, entries };
}

describe('serveRequests', () => {
  it('answers each request with its id, in order, and reports each once', async () => {
    using dispatcher = dispatcherRig({ monitor: { 'qom-list': someDevices } });
    const { channel, heard, entries } = connect(dispatcher.hardware);
    channel.write(`\n${id(1)}\tlist\n\n${id(2)}\tunplug\tno body\n`);
    channel.write(`\n${id(3)}\tlin`);
    channel.write(`k\n`);
    await eventually(() => expect(heard()).toContain(`${id(3)} end 2\n`));
    expect(heard()).toBe(
      `${id(1)} out edu0 edu\n${id(1)} out edu0.5 edu\n${id(1)} out port0 pcie-root-port\n${id(1)} end 0\n` +
        `${id(2)} err no device "no body"; the devices are edu0, edu0.5, port0\n${id(2)} end 1\n` +
        `${id(3)} err expected the id of a network card or of its -netdev, and up or down\n${id(3)} err ` +
        `usage: hw link NET up|down\n${id(3)} end 2\n`,
    );
    expect(entries.map(({ request, outcome, text }) => [request, outcome, text.split('\n')[0]])).toEqual([
      ['list', 'done', 'edu0 edu'],
      ['unplug no body', 'refused', 'no device "no body"; the devices are edu0, edu0.5, port0'],
      ['link', 'usage', 'expected the id of a network card or of its -netdev, and up or down'],
    ]);
    for (const { askedUs, durationMs } of entries) expect([askedUs > 0, durationMs >= 0]).toEqual([true, true]);
  });

  describe('a fault of calls', () => {
    const calls = openCalls({
      modules: [{ name: 'edu', imports: new Set(['misc_register']) }],
      functions: catalogue,
      faults: [],
    });
    const withCalls = (hardware: Promise<Hardware>): Promise<Hardware> =>
      hardware.then((known) => (calls instanceof MachineCalls ? { ...known, calls } : known));

    it('is set by the kernel of the guest, which answers before the caller gets an answer', async () => {
      using dispatcher = dispatcherRig({});
      const { channel, heard, entries } = connect(withCalls(dispatcher.hardware));
      channel.write(`\n${id(1)}\tfault\tedu\tcall-fail\tfunction=misc_register\n`);
      await eventually(() => expect(heard()).toMatch(/ tell .*\n/));
      expect(heard()).toBe(
        `${id(1)} tell /proc/qdt-calls fault edu:call-fail edu always 0 0;call edu:call-fail value -16 ` +
          'misc_register;arm edu:call-fail\n',
      );
      expect(entries).toEqual([]);
      channel.write(`\n${id(1)}\ttold\tok\n`);
      await eventually(() => expect(heard()).toContain(`${id(1)} out call-fail\n${id(1)} end 0\n`));
      channel.write(`\n${id(2)}\tfired\tedu\tcall-fail\n`);
      await eventually(() => expect(heard()).toContain(`${id(2)} tell /proc/qdt-calls report edu:call-fail\n`));
      channel.write(`\n${id(2)}\ttold\tok\tnow 7\tfault edu:call-fail 2 3 active\n`);
      await eventually(() => expect(heard()).toContain(`${id(2)} out fired 2 times in 3 matching calls\n`));
      expect(entries.map(({ request, outcome }) => [request, outcome])).toEqual([
        ['fault edu call-fail function=misc_register', 'done'],
        ['fired edu call-fail', 'done'],
      ]);
    });

    it('is listed with its module, as the kernel of the guest knows it', async () => {
      using dispatcher = dispatcherRig({ monitor: { 'qom-list': someDevices } });
      const { channel, heard } = connect(withCalls(dispatcher.hardware));
      channel.write(`\n${id(1)}\tlist\n`);
      await eventually(() => expect(heard()).toContain(`${id(1)} tell /proc/qdt-calls report\n`));
      channel.write(`\n${id(1)}\ttold\tok\tnow 7\tfault edu:call-fail 2 3 active\n`);
      await eventually(() => expect(heard()).toContain(`${id(1)} end 0\n`));
      expect(heard()).toContain(
        `${id(1)} out port0 pcie-root-port\n${id(1)} out edu module under test\n` +
          `${id(1)} out   fault call-fail: call-fail function=misc_register (fired 2 of 3)\n`,
      );
    });

    it('is not set when the kernel says so, and a caller that is gone is forgotten', async () => {
      using dispatcher = dispatcherRig({});
      const { channel, heard } = connect(withCalls(dispatcher.hardware));
      channel.write(`\n${id(1)}\tfault\tedu\tcall-fail\tid=x\n`);
      await eventually(() => expect(heard()).toContain(' tell '));
      channel.write(`\n${id(2)}\tfault\tedu\tcall-fail\tid=y\n`);
      await eventually(() => expect(heard()).toContain(`${id(2)} tell `));
      channel.write(`\n${id(1)}\ttold\tok\n`);
      await eventually(() => expect(heard()).toContain(`${id(1)} err unknown request "told"`));
      channel.write(`\n${id(3)}\tfault\tedu\tcall-fail\tid=z\n`);
      await eventually(() => expect(heard()).toContain(`${id(3)} tell `));
      channel.write(`\n${id(3)}\ttold\tfailed there are too many faults\n`);
      await eventually(() => expect(heard()).toContain(`${id(3)} err there are too many faults\n${id(3)} end 1\n`));
    });
  });

  it('outlives garbage and an endless line, shows neither, and answers what comes after', async () => {
    using dispatcher = dispatcherRig({});
    const { channel, heard, entries } = connect(dispatcher.hardware);
    for (let piece = 0; piece < 64; piece++) channel.write(randomBytes(64 * 1024));
    channel.write(`\n${id(1)}\t${'x'.repeat(1_000_000)}`);
    channel.write(`\n${id(2)}\thelp\tunplug\n`);
    await eventually(() => expect(heard()).toContain(`${id(2)} end 0\n`));
    expect(heard()).toContain(
      `${id(1)} err expected a request of at most 16384 bytes, found a longer one\n${id(1)} end 2\n`,
    );
    for (const { request, text } of entries.slice(0, -1)) expect([request, text.length < 100]).toEqual(['', true]);
  });

  it('reads nothing more from a guest that asks thousands of times and takes no answer', async () => {
    using dispatcher = dispatcherRig({});
    const [host, channel] = duplexPair();
    let answered = 0;
    serveRequests(host, { hardware: dispatcher.hardware }, () => answered++);
    let sent = 0;
    while (sent < 100_000 && channel.write(`${id(sent)}\thelp\n`)) sent++;
    const writes = setInterval(() => {
      for (let one = 0; one < 100; one++) channel.write(`${id(sent++)}\thelp\n`);
    }, 1);
    let before = -1;
    await eventually(() => {
      const isSettled = answered === before;
      before = answered;
      expect(isSettled && sent > 5000).toBe(true);
    });
    clearInterval(writes);
    expect(answered).toBeLessThan(1000);
  });

  it('survives and reports a throwing listener', async () => {
    using dispatcher = dispatcherRig({});
    const [host, channel] = duplexPair();
    serveRequests(host, { hardware: dispatcher.hardware }, () => {
      throw new Error('no room');
    });
    let text = '';
    channel.on('data', (chunk: Buffer) => (text += chunk.toString()));
    channel.write(`${id(1)}\thelp\n${id(2)}\thelp\n`);
    await eventually(() =>
      expect(text).toBe(
        `${id(1)} err Internal error: no room\n${id(1)} end 1\n${id(2)} err Internal error: no room\n${id(2)} end 1\n`,
      ),
    );
  });

  it('reports that the machine died during a request, and does not wait for its effect', async () => {
    using dispatcher = dispatcherRig({
      monitor: { 'qom-list': someDevices, device_del: { then: [{ sleepMs: 20 }, { exit: 0 }] } },
    });
    const { channel, heard } = connect(dispatcher.hardware);
    channel.write(`${id(1)}\tunplug\tedu0\n${id(2)}\tlist\n`);
    await eventually(() =>
      expect(heard()).toBe(
        `${id(1)} err the machine has ended\n${id(1)} end 1\n${id(2)} err the machine has ended\n${id(2)} end 1\n`,
      ),
    );
  });
});

describe('formatAnswer', () => {
  it('is limited, and notes what it leaves out', () => {
    const many = formatAnswer(id(1), {
      outcome: 'done',
      text: Array.from({ length: 5000 }, (_, line) => `line ${line}`).join('\n'),
    }).split('\n');
    expect([many.length, many.at(-3)]).toEqual([2003, `${id(1)} out … 3000 more lines were left out`]);
    const long = formatAnswer(id(1), {
      outcome: 'done',
      text: Array.from({ length: 1000 }, () => 'x'.repeat(9000)).join('\n'),
    });
    expect(long.length).toBeLessThan(140_000);
    expect(long).toContain('… 968 more lines were left out\n');
  });

  it('has the guest wait before it says anything', () => {
    expect(
      formatAnswer(id(1), { outcome: 'done', text: '0000:01:00.0', guestPath: '/sys/bus/pci/devices/0000:01:00.0' }),
    ).toBe(`${id(1)} await /sys/bus/pci/devices/0000:01:00.0\n${id(1)} out 0000:01:00.0\n${id(1)} end 0\n`);
    expect(formatAnswer(id(1), { outcome: 'done', text: '' })).toBe(`${id(1)} end 0\n`);
  });
});
