import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Duplex, PassThrough } from 'node:stream';
import { GuestMemory } from '../../../src/device/test-bus/guest-memory.ts';
import { QemuClient, words } from './qemu-client.ts';

const source = resolve(import.meta.dirname, '../../../src/device-host/line-relay.c');

export interface LinePrograms extends Disposable {
  readonly relay: string;
  readonly machineEnd: string;
}

/** The relay, so that it ends where C has no meaning, and the other end of its socket. */
export function buildLinePrograms(): LinePrograms {
  const directory = mkdtempSync(join(tmpdir(), 'qdt-line-'));
  const compile = (from: string, name: string, ...further: readonly string[]): string => {
    const path = join(directory, name);
    execFileSync('gcc', ['-std=c11', '-Wall', '-Wextra', '-Werror', ...further, '-o', path, from]);
    return path;
  };
  return {
    relay: compile(source, 'line-relay', '-g', '-O1', '-fsanitize=address,undefined', '-fno-sanitize-recover=all'),
    machineEnd: compile(join(import.meta.dirname, 'machine-end.c'), 'machine-end'),
    [Symbol.dispose]: () => rmSync(directory, { recursive: true }),
  };
}

/** A machine that can be sent signals by descriptor. */
export interface LineMachine extends Disposable {
  readonly client: QemuClient;
  /** Signals so far. They may come later than the answer to what caused them. */
  readonly signals: () => number;
  onSignal: () => void;
}

/** `file`: what it sends in place of the line's eventfd, and as its memory. */
export async function connectMachine(program: string, socket: string, file: string): Promise<LineMachine> {
  const child = spawn(program, [socket, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.on('error', () => undefined);
  const readable = new PassThrough();
  let count = 0;
  let rest: Buffer = Buffer.alloc(0);
  child.stdout.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 16 && rest.length >= rest.readUInt32LE(4)) {
      const whole = rest.subarray(0, rest.readUInt32LE(4));
      rest = rest.subarray(whole.length);
      if (whole.readUInt16LE(2) !== signalCommand) {
        readable.write(whole);
        continue;
      }
      count++;
      machine.onSignal();
    }
  });
  child.stdout.on('end', () => readable.end());
  const client = new QemuClient(
    Duplex.from({ writable: child.stdin, readable }),
    new GuestMemory(
      () => undefined,
      () => undefined,
    ),
  );
  const machine: LineMachine = {
    client,
    signals: () => count,
    onSignal: () => undefined,
    [Symbol.dispose]: () => void child.kill('SIGKILL'),
  };
  await client.handshake();
  return machine;
}

/** machine-end.c */
const signalCommand = 0xff01;

const setIrqs = 8;
const line = 0;
export const irqs = { none: 0x01, eventfd: 0x04, unmask: 0x10, trigger: 0x20 } as const;

/**
 * `descriptors`: what is sent along, as machine-end.c has it: 1 the line's eventfd, 2 a file, 3 an eventfd that blocks.
 */
export async function setLine({ client }: LineMachine, flags: number, descriptors: 0 | 1 | 2 | 3 = 1): Promise<number> {
  // As QEMU, which sets the line after configuration space has changed.
  if ((flags & irqs.trigger) !== 0) await client.readConfig(4, 2);
  return (await client.request(setIrqs, words(20, flags, line, 0, descriptors))).errno;
}

/** Processes that were started with this word on their command line. */
export function processesOf(word: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => commandLine(name).includes(word))
    .map(Number);
}

function commandLine(process: string): readonly string[] {
  try {
    return readFileSync(`/proc/${process}/cmdline`, 'utf8').split('\0');
  } catch {
    // It has ended in between.
    return [];
  }
}

/** What a process has open. */
export function openFiles(process: number): readonly string[] {
  const directory = `/proc/${process}/fd`;
  return readdirSync(directory).map((name) => readlinkSync(join(directory, name)));
}
