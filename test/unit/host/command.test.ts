import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CommandNotStarted, killGroup, runCommand } from '../../../src/host/process/command.ts';
import { eventually } from '../eventually.ts';
import { isAlive } from '../processes.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

describe('runCommand', () => {
  it('returns the exit status, standard output, and both outputs together', async () => {
    const pieces: string[] = [];
    const result = await sh('echo out; sleep 0.05; echo err >&2; exit 3', { onOutput: (piece) => pieces.push(piece) });
    expect(result).toEqual({ exitCode: 3, signal: undefined, stdout: 'out\n', output: 'out\nerr\n' });
    expect(pieces.join('')).toBe('out\nerr\n');
  });

  it('returns the signal that ended it', async () => {
    expect(await sh('kill -TERM $$')).toMatchObject({ exitCode: undefined, signal: 'SIGTERM' });
  });

  it('keeps characters whole that come in two pieces', async () => {
    expect(await sh("printf '\\303'; sleep 0.05; printf '\\244'")).toMatchObject({ stdout: 'ä', output: 'ä' });
  });

  it('passes arguments as they are, with no shell between', async () => {
    expect(await runCommand(['/bin/echo', '$HOME', 'a  b', ';', '"'])).toMatchObject({ stdout: '$HOME a  b ; "\n' });
  });

  it('runs in the given directory and environment', async () => {
    const cwd = temporaryDirectory();
    expect(await sh('pwd; echo "$A-$HOME"', { cwd, env: { A: '1' } })).toMatchObject({ stdout: `${cwd}\n1-\n` });
  });

  it('gives it nothing to read', async () => {
    expect(await sh('cat; echo end')).toMatchObject({ stdout: 'end\n' });
  });

  it('says which program is not there', async () => {
    const failure = runCommand(['no-such-program-here', 'x']);
    await expect(failure).rejects.toThrow(CommandNotStarted);
    await expect(failure).rejects.toThrow(
      'no-such-program-here could not be started: spawn no-such-program-here ENOENT',
    );
  });

  it('kills the command and what it started when the signal aborts, and fails with its reason', async () => {
    const file = join(temporaryDirectory(), 'pids');
    const cancel = new AbortController();
    const running = sh(`sleep 1000 & echo $$ $! >${file}; wait`, { signal: cancel.signal });
    await eventually(() => expect(existsSync(file) && readFileSync(file, 'utf8')).toMatch(/\n$/));
    cancel.abort(new Error('cancelled by Ctrl-C'));
    await expect(running).rejects.toThrow('cancelled by Ctrl-C');
    await eventually(() => expect(readFileSync(file, 'utf8').split(' ').map(Number).filter(isAlive)).toEqual([]));
  });

  it('starts nothing when the signal has aborted already', async () => {
    const file = join(temporaryDirectory(), 'started');
    await expect(sh(`touch ${file}`, { signal: AbortSignal.abort(new Error('too late')) })).rejects.toThrow('too late');
    expect(existsSync(file)).toBe(false);
  });
});

describe('killGroup', () => {
  it('accepts that a group is already gone', () => {
    expect(() => killGroup(2 ** 22 + 1)).not.toThrow();
  });
});

function sh(script: string, options: Parameters<typeof runCommand>[1] = {}): ReturnType<typeof runCommand> {
  return runCommand(['/bin/sh', '-c', script], options);
}
