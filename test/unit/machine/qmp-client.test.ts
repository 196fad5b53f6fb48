import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { QmpClient } from '../../../src/machine/qmp/client.ts';
import { QmpError, type QmpEvent, type QmpPhase } from '../../../src/machine/qmp/message.ts';
import { duplexPair } from '../duplex-pair.ts';

const greeting =
  '{"QMP": {"version": {"qemu": {"micro": 3, "minor": 1, "major": 11}, "package": ""}, "capabilities": ["oob"]}}\r\n';

describe('QmpClient', () => {
  it('greets, negotiates and runs commands, whose answers may come in any order', async () => {
    const { client, qemu } = await connected();
    const answers = Promise.all([
      client.execute('query-status'),
      client.execute('device_add', { driver: 'edu', id: 'e0' }),
    ]);
    const commands = await qemu.commands(2);
    expect(commands).toEqual([
      { execute: 'query-status', arguments: {}, id: 2 },
      { execute: 'device_add', arguments: { driver: 'edu', id: 'e0' }, id: 3 },
    ]);
    qemu.say('{"return": {"second": true}, "id": 3}\r\n{"return": {"status": "running"}, "id": 2}\r\n');
    expect(await answers).toEqual([{ status: 'running' }, { second: true }]);
  });

  it('hands on events, also those before the greeting and between answers', async () => {
    const events: QmpEvent[] = [];
    const [host, other] = duplexPair();
    const qemu = qemuOn(other);
    const connecting = QmpClient.connect(host, (event) => events.push(event));
    qemu.say('{"event": "RESUME", "timestamp": {}}\r\n', greeting);
    await qemu.commands(1);
    qemu.say('{"event": "SHUTDOWN", "data": {"guest": true, "reason": "guest-reset"}}\r\n{"return": {}, "id": 1}\r\n');
    await connecting;
    expect(events).toEqual([
      { name: 'RESUME', data: {} },
      { name: 'SHUTDOWN', data: { guest: true, reason: 'guest-reset' } },
    ]);
  });

  it('fails with phase execute when QEMU says no', async () => {
    const { client, qemu } = await connected();
    const asked = client.execute('device_add');
    await qemu.commands(1);
    qemu.say('{"error": {"class": "GenericError", "desc": "no such device"}, "id": 2}\r\n');
    expect(await failureOf(asked)).toEqual(['execute', 'QEMU refused device_add: no such device', 'GenericError']);
  });

  it('fails with phase negotiation when QEMU refuses the capabilities', async () => {
    const { connecting, qemu } = begin();
    qemu.say(greeting);
    await qemu.commands(1);
    qemu.say('{"error": {"class": "CommandNotFound", "desc": "not today"}, "id": 1}\r\n');
    expect(await failureOf(connecting)).toEqual([
      'negotiation',
      'QEMU refused qmp_capabilities: not today',
      'CommandNotFound',
    ]);
  });

  it.each([
    ['something else speaks', 'SSH-2.0-OpenSSH\r\n', 'expected a QMP message, got: SSH-2.0-OpenSSH\r'],
    ['JSON comes that is no message', '[1]\n', 'expected a QMP message, got: [1]'],
    ['an object comes that is no message', '{"hello": 1}\n', 'expected a QMP message, got: {"hello": 1}'],
  ])('fails with phase greeting when %s', async (_, text, message) => {
    const { connecting, qemu } = begin();
    qemu.say(text);
    expect(await failureOf(connecting)).toEqual(['greeting', message, undefined]);
  });

  it('fails with phase greeting when QEMU goes away before it', async () => {
    const { connecting, qemu } = begin();
    qemu.end();
    expect(await failureOf(connecting)).toEqual(['greeting', "the monitor's connection ended", undefined]);
  });

  it('fails with phase interrupted when QEMU goes away while it negotiates', async () => {
    const { connecting, qemu } = begin();
    qemu.say(greeting);
    await qemu.commands(1);
    qemu.end();
    expect(await failureOf(connecting)).toEqual([
      'interrupted',
      "qmp_capabilities: the monitor's connection ended",
      undefined,
    ]);
  });

  it('rejects all pending and later commands as interrupted when QEMU goes away', async () => {
    const { client, qemu } = await connected();
    const asked = [client.execute('stop'), client.execute('quit')];
    await qemu.commands(2);
    qemu.end();
    expect(await Promise.all(asked.map(failureOf))).toEqual([
      ['interrupted', "stop: the monitor's connection ended", undefined],
      ['interrupted', "quit: the monitor's connection ended", undefined],
    ]);
    expect(await failureOf(client.execute('cont'))).toEqual([
      'interrupted',
      "the monitor's connection ended",
      undefined,
    ]);
  });

  it('fails with phase interrupted when nonsense comes in the place of an answer', async () => {
    const { client, qemu } = await connected();
    const asked = client.execute('stop');
    await qemu.commands(1);
    qemu.say(`${'x'.repeat(1000)}\n`);
    expect(await failureOf(asked)).toEqual([
      'interrupted',
      `stop: expected a QMP message, got: ${'x'.repeat(200)}`,
      undefined,
    ]);
  });

  it('fails with phase interrupted when the connection breaks', async () => {
    const { client, host } = await connected();
    const asked = client.execute('stop');
    host.emit('error', new Error('read ECONNRESET'));
    expect(await failureOf(asked)).toEqual([
      'interrupted',
      "stop: the monitor's connection broke: read ECONNRESET",
      undefined,
    ]);
  });

  it('ignores an answer without a pending command', async () => {
    const { client, qemu } = await connected();
    const asked = client.execute('stop');
    await qemu.commands(1);
    qemu.say('{"return": {}, "id": 77}\r\n{"return": {}}\r\n{"return": 5, "id": 2}\r\n');
    expect(await asked).toBe(5);
  });
});

interface Qemu {
  readonly say: (...texts: readonly string[]) => void;
  readonly commands: (count: number) => Promise<readonly unknown[]>;
  readonly end: () => void;
}

function begin(): { readonly host: Duplex; readonly qemu: Qemu; readonly connecting: Promise<QmpClient> } {
  const [host, other] = duplexPair();
  return { host, qemu: qemuOn(other), connecting: QmpClient.connect(host, () => undefined) };
}

async function connected(): Promise<{ readonly host: Duplex; readonly qemu: Qemu; readonly client: QmpClient }> {
  const { host, qemu, connecting } = begin();
  qemu.say(greeting);
  expect(await qemu.commands(1)).toEqual([{ execute: 'qmp_capabilities', arguments: {}, id: 1 }]);
  qemu.say('{"return": {}, "id": 1}\r\n');
  return { host, qemu, client: await connecting };
}

function qemuOn(stream: Duplex): Qemu {
  let heard = '';
  stream.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  const lines = (): readonly string[] => heard.split('\n').slice(0, -1);
  return {
    say: (...texts) => texts.forEach((text) => void stream.write(text)),
    commands: async (count) => {
      while (lines().length < count) await once(stream, 'data');
      const commands = lines().map((line): unknown => JSON.parse(line));
      heard = '';
      return commands;
    },
    end: () => void stream.end(),
  };
}

async function failureOf(promise: Promise<unknown>): Promise<readonly [QmpPhase, string, string | undefined]> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof QmpError)) throw new Error(`expected a QmpError, got ${String(error)}`);
  return [error.phase, error.message, error.errorClass];
}
