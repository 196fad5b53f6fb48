import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { channelNames } from '../../src/machine/machine-spec.ts';
import { channelDescriptor, qemuArguments, qemuEnvironment } from '../../src/machine/qemu-arguments.ts';
import { packFolder } from '../../src/run/folder/folder-pieces.ts';
import type { Subject } from './subject.ts';

export interface FloorRun {
  /** From the spawn until the process is gone. */
  readonly durationMs: number;
}

const token = 'feedfacefeedfacefeedfacefeedface';

/**
 * The minimum for running the test in a clone: the same QEMU with the same arguments, the same saved state, and the
 * same commands to the same agent, all written at once without waiting for answers; then the end. Nothing is
 * supervised, watched, judged or kept; the folder exists before the clock starts. Whether the test passed is checked
 * afterwards.
 */
export async function runFloor(subject: Subject, scratch: string): Promise<FloorRun> {
  const folder = makeFolder(subject, scratch);
  const packed = packFolder(folder);
  const pieces: Buffer[] = [];
  for await (const piece of packed.pieces()) pieces.push(piece);
  const machine = startMachine(subject, folder);
  let heard = '';
  machine.channel('control').on('data', (chunk: Buffer) => {
    heard += chunk.toString('latin1');
    if (heard.includes(`${token} done`)) machine.child.kill('SIGKILL');
  });
  machine.channel('control').write(
    agentCommands(packed.bytes)
      .map((command) => `${command}\n`)
      .join(''),
  );
  machine.channel('files').write(Buffer.concat(pieces));
  const durationMs = await machine.gone();
  if (!heard.includes(`${token} end run 0\n`))
    throw new Error(`the floor's test did not pass; the agent said:\n${heard}`);
  return { durationMs };
}

/** QEMU alone: it starts, restores the guest, and is ended as soon as that runs. The guest is asked for nothing. */
export async function runQemuAlone(subject: Subject, scratch: string): Promise<FloorRun> {
  const machine = startMachine(subject, makeFolder(subject, scratch));
  let heard = '';
  machine.channel('monitor').on('data', (chunk: Buffer) => {
    heard += chunk.toString('latin1');
    if (heard.includes('"RESUME"')) machine.child.kill('SIGKILL');
  });
  const durationMs = await machine.gone();
  if (!heard.includes('"RESUME"')) throw new Error(`QEMU did not restore the guest; its monitor said:\n${heard}`);
  return { durationMs };
}

interface BareMachine {
  readonly child: ChildProcess;
  readonly channel: (name: Parameters<typeof channelDescriptor>[0]) => Duplex;
  /** Resolves with the time from the spawn until the process is gone. */
  readonly gone: () => Promise<number>;
}

/** The test's folder, as the product fills it. */
function makeFolder({ planned }: Subject, scratch: string): string {
  const folder = mkdtempSync(join(scratch, 'floor-'));
  for (const name of ['artifacts', 'logs', 'modules']) mkdirSync(join(folder, name));
  copyFileSync(planned.test.run, join(folder, 'run'));
  return folder;
}

/** Its end removes the folder. */
function startMachine({ supplies: { qemu }, machines, template }: Subject, folder: string): BareMachine {
  const spec = {
    ...machines.clone,
    sharedFolder: folder,
    origin: { kind: 'clone', ramPath: template.ramPath, slots: template.slots, isFileKept: true },
  } as const;
  const [program = '', ...prefix] = qemu.command;
  const args = [...prefix, ...qemu.firmwareArgs, ...qemuArguments(spec)];
  const begunMs = performance.now();
  const child = spawn(program, args, {
    env: qemuEnvironment(qemu.env),
    stdio: ['ignore', 'ignore', 'ignore', ...Array.from({ length: channelNames.length + 1 }, () => 'pipe' as const)],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const channel = (name: Parameters<typeof channelDescriptor>[0]): Duplex =>
    child.stdio[channelDescriptor(name)] as unknown as Duplex;
  for (const name of channelNames)
    channel(name)
      .on('error', () => undefined)
      .resume();
  channel('state')
    .on('error', () => undefined)
    .end(template.state);
  channel('monitor').write(monitorCommands.map((command) => `${JSON.stringify(command)}\n`).join(''));
  return {
    child,
    channel,
    gone: async () => {
      await exited;
      const durationMs = performance.now() - begunMs;
      rmSync(folder, { recursive: true });
      return durationMs;
    },
  };
}

const monitorCommands = [
  { execute: 'qmp_capabilities' },
  {
    execute: 'migrate-set-capabilities',
    arguments: { capabilities: [{ capability: 'x-ignore-shared', state: true }] },
  },
  { execute: 'migrate-set-parameters', arguments: { 'announce-rounds': 0 } },
  { execute: 'migrate-incoming', arguments: { uri: `fd:${channelDescriptor('state')}` } },
];

/** The commands before and after a stage, as in guest/PROTOCOL.md. */
function agentCommands(folderBytes: number): readonly string[] {
  const seconds = Math.floor(Date.now() / 1000);
  return [
    `session ${token}`,
    `seed ${token}`,
    `clock ${seconds}`,
    'env PATH=/bin',
    'root builtin',
    `folder sent ${folderBytes} 9p`,
    'stage run',
    'rest enough',
  ];
}
