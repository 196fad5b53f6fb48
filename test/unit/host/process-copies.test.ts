import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { NotCopied, ProcessCopies } from '../../../src/host/process/process-copies.ts';
import { startSupervised, type SupervisedProcess } from '../../../src/host/process/supervised-process.ts';
import { programNamed, shippedPath } from '../../../scripts/shipped-programs.mjs';
import { eventually } from '../eventually.ts';
import { isAlive } from '../processes.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const library = shippedPath(programNamed('fork-server-x86_64.so'));
const isHost = process.arch === 'x64' && spawnSync('gcc', ['--version']).status === 0;

describe.skipIf(!isHost)('ProcessCopies', () => {
  beforeAll(() => {
    const directory = mkdtempSync(join(tmpdir(), 'victim-'));
    program = join(directory, 'victim');
    const built = spawnSync('gcc', ['-O1', '-pthread', '-o', program, join(import.meta.dirname, 'victim.c')]);
    expect(built.stderr.toString()).toBe('');
    return () => rmSync(directory, { recursive: true });
  });

  it('copies a process with all of its threads and its memory, as often as it is asked to', async () => {
    const { original, copies, own } = await victim();
    expect(await ask(original, 0, 'n')).toBe('count 1');
    expect(await ask(original, 1, 's')).toBe('second 1');
    await copies.survey(undefined);
    const one = await copies.copy(own('one'));
    const two = await copies.copy(own('two'));
    for (const copy of [one, two, original]) {
      expect(await ask(copy, 0, 'n')).toBe('count 2');
      expect(await ask(copy, 1, 's')).toBe('second 2');
      expect(await ask(copy, 0, 't')).toBe('thread 1');
    }
    expect(new Set([one.pid, two.pid, original.pid]).size).toBe(3);
  });

  it('gives each copy events, output and a folder of its own', async () => {
    const { original, copies, own, root } = await victim();
    const folder = join(root, 'first-folder');
    await copies.survey(folder);
    const one = await copies.copy(own('one'));
    const two = await copies.copy(own('two'));
    writeFileSync(join(root, 'two', 'mark'), '');
    await ask(one, 1, 's');
    await ask(one, 1, 's');
    expect(await ask(two, 0, 'e')).toBe('event 0');
    expect(await ask(original, 0, 'e')).toBe('event 0');
    expect(await ask(one, 0, 'e')).toBe('event 2');
    expect(await ask(one, 0, 'f')).toBe('mark 0');
    expect(await ask(two, 0, 'f')).toBe('mark 1');
    await ask(two, 0, 'o');
    expect(readFileSync(join(root, 'two.log'), 'utf8')).toBe('printed\n');
    expect(readFileSync(join(root, 'one.log'), 'utf8')).toBe('');
  });

  it('tells how each copy ended, and kills one without the others', async () => {
    const { copies, own } = await victim();
    await copies.survey(undefined);
    const one = await copies.copy(own('one'));
    const two = await copies.copy(own('two'));
    tell(one, 0, 'x');
    expect(await one.exited).toEqual({ kind: 'exited', exitCode: 7 });
    expect(await ask(two, 0, 'n')).toBe('count 1');
    two.kill();
    expect(await two.exited).toEqual({ kind: 'signalled', signal: 'SIGKILL' });
    two.kill();
  });

  it('gives each copy random bytes of its own', async () => {
    const { original, copies, own } = await victim();
    await ask(original, 0, 'r');
    await copies.survey(undefined);
    const two = [await copies.copy(own('one')), await copies.copy(own('two'))];
    const told = await Promise.all([original, ...two].map((process) => ask(process, 0, 'r')));
    expect(told).not.toContain('random 0');
    expect(new Set(told).size).toBe(3);
  });

  it('has the kernel end a copy before other programs, when memory runs out', async () => {
    const { original, copies, own } = await victim();
    await copies.survey(undefined);
    const copy = await copies.copy(own('one'));
    const [ours, its] = [original, copy].map(({ pid }) => Number(readFileSync(`/proc/${pid}/oom_score_adj`, 'utf8')));
    expect(its).toBe((ours ?? 0) + 10);
  });

  it('asks a process no more that has not answered in time, and leaves its copies alone', async () => {
    const { original, copies, own } = await victim('shares-nothing', { answerMs: 3000 });
    await copies.survey(undefined);
    const copy = await copies.copy(own('one'));
    process.kill(original.pid ?? 0, 'SIGSTOP');
    const reason = new NotCopied('the process did not answer within 3 s');
    await expect(copies.copy(own('two'))).rejects.toThrow(reason);
    process.kill(original.pid ?? 0, 'SIGCONT');
    await expect(copies.copy(own('three'))).rejects.toThrow(reason);
    expect(await ask(copy, 0, 'n')).toBe('count 1');
  });

  it('lets no copy start a program', async () => {
    const { copies, own } = await victim();
    await copies.survey(undefined);
    const copy = await copies.copy(own('one'));
    tell(copy, 0, 'p');
    expect(await copy.exited).toEqual({ kind: 'signalled', signal: 'SIGSYS' });
  });

  it('has copies die with the process', async () => {
    const { original, copies, own } = await victim();
    await copies.survey(undefined);
    const copy = await copies.copy(own('one'));
    original.kill();
    expect(await copy.exited).toEqual({ kind: 'signalled', signal: 'SIGKILL' });
    await eventually(() => expect(isAlive(copy.pid ?? 0)).toBe(false));
    await expect(copies.copy(own('two'))).rejects.toThrow(new NotCopied('the process is gone'));
  });

  it('makes no copies that would write to the same file or memory', async () => {
    const sharing = await victim('shares-file');
    await expect(sharing.copies.survey(undefined)).rejects.toThrow(
      /^copies would share descriptor \d+, \/tmp\/#\d+ \(deleted\)$/,
    );
    const mapping = await victim('shares-memory');
    await expect(mapping.copies.survey(undefined)).rejects.toThrow(new NotCopied('copies would share memory'));
  });

  it('says why a copy could not start', async () => {
    const { copies, own, root } = await victim();
    await copies.survey(undefined);
    const lost = copies.copy({ outputPath: join(root, 'nowhere', 'log'), folder: undefined });
    await expect(lost).rejects.toThrow(new NotCopied('the copy ended at once'));
    const copy = await copies.copy(own('one'));
    expect(await ask(copy, 0, 'n')).toBe('count 1');
  });

  it('does nothing in a program that nobody wants copies of', () => {
    const { stdout } = spawnSync('/bin/echo', ['hello'], { env: { LD_PRELOAD: library }, encoding: 'utf8' });
    expect(stdout).toBe('hello\n');
  });
});

const channelCount = 2;
let program = '';

async function victim(word = 'shares-nothing', limits: { readonly answerMs?: number } = {}) {
  const root = temporaryDirectory();
  for (const name of ['first-folder', 'one', 'two']) mkdirSync(join(root, name));
  const original = startSupervised({
    argv: ['env', `LD_PRELOAD=${library}`, 'QEMU_FORK_SERVER=5', program, word, join(root, 'first-folder')],
    env: {},
    channelCount: channelCount + 1,
    outputPath: join(root, 'original.log'),
  });
  onTestFinished(original.kill);
  const control = original.channels[2] as Duplex;
  const copies = await ProcessCopies.of({ control, directory: root, channelCount, ...limits });
  onTestFinished(() => copies[Symbol.dispose]());
  await copies.loaded;
  const own = (name: string) => ({ outputPath: join(root, `${name}.log`), folder: join(root, name) });
  return { original, copies, own, root };
}

function tell({ channels }: SupervisedProcess, channel: number, letter: string): void {
  channels[channel]?.write(letter);
}

async function ask(process: SupervisedProcess, channel: number, letter: string): Promise<string> {
  const answer = new Promise<Buffer>((resolve) => process.channels[channel]?.once('data', resolve));
  tell(process, channel, letter);
  return (await answer).toString().trimEnd();
}
