import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { listenLocal } from '../../../src/host/local-socket.ts';

/**
 * A port of a guest. suites/poke/serve/run executes what it reads: one line in each direction, and bytes where the line
 * says so.
 */
export interface GuestPort extends Disposable {
  /** The QEMU arguments for the port. */
  readonly qemuArgs: readonly string[];
  /** Sends a line and returns the answer; one at a time. @throws Error when the guest failed */
  readonly ask: (line: string) => Promise<string>;
  /** Sends a line followed by bytes. */
  readonly store: (line: string, bytes: Buffer) => Promise<void>;
  /** Sends a line that is answered with bytes, too. */
  readonly load: (line: string, length: number) => Promise<Buffer>;
  /** Forgets the machine and waits for the next one. */
  readonly nextMachine: () => Promise<void>;
  readonly end: () => void;
}

/** Listens for QEMU, machine after machine. The most recent one is used. */
export async function openGuestPort(): Promise<GuestPort> {
  const directory = mkdtempSync(join(tmpdir(), 'qdt-port-'));
  const path = join(directory, 'port.sock');
  let stream: Duplex | undefined;
  let heard: Buffer = Buffer.alloc(0);
  let onHeard: () => void = () => undefined;
  let onConnected: () => void = () => undefined;
  const server = await listenLocal(path, (connected) => {
    stream = connected;
    heard = Buffer.alloc(0);
    connected.on('error', () => undefined);
    connected.on('close', () => {
      if (stream === connected) stream = undefined;
      onHeard();
    });
    connected.on('data', (chunk: Buffer) => {
      heard = Buffer.concat([heard, chunk]);
      onHeard();
    });
    onConnected();
  });
  const take = async (lengthOf: () => number | undefined): Promise<Buffer> => {
    for (;;) {
      const length = lengthOf();
      if (length !== undefined && heard.length >= length) {
        const taken = heard.subarray(0, length);
        heard = heard.subarray(length);
        return taken;
      }
      if (stream === undefined) throw new Error('the machine is gone');
      await new Promise<void>((resolve) => (onHeard = resolve));
    }
  };
  const takeLine = async (about: string): Promise<string> => {
    const line = (await take(() => (heard.includes('\n') ? heard.indexOf('\n') + 1 : undefined))).toString().trim();
    if (line.startsWith('error')) throw new Error(`${about}: the guest says ${line}`);
    return line;
  };
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(talk: () => Promise<T>): Promise<T> => {
    const turn = queue.then(talk);
    queue = turn.catch(() => undefined);
    return turn;
  };
  const say = (line: string): void => void stream?.write(`${line}\n`);
  return {
    qemuArgs: [
      '-chardev',
      `socket,id=poke,path=${path}`,
      '-device',
      'virtio-serial-pci,id=poke.serial',
      '-device',
      'virtserialport,bus=poke.serial.0,chardev=poke,name=poke',
    ],
    ask: (line) =>
      inTurn(async () => {
        say(line);
        return await takeLine(line);
      }),
    store: (line, bytes) =>
      inTurn(async () => {
        say(line);
        stream?.write(bytes);
        await takeLine(line);
      }),
    load: (line, length) =>
      inTurn(async () => {
        say(line);
        const bytes = await take(() => length);
        await takeLine(line);
        return bytes;
      }),
    nextMachine: async () => {
      stream = undefined;
      await new Promise<void>((resolve) => (onConnected = resolve));
    },
    end: () => say('end'),
    [Symbol.dispose]: () => {
      server[Symbol.dispose]();
      rmSync(directory, { recursive: true });
    },
  };
}
