import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packFolder } from '../../../src/run/folder/folder-pieces.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { buildForHost, compiler, RunningAgent } from './agent-rig.ts';

describe.skipIf(compiler === undefined)('a folder that the agent receives', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'qdt-receive-'));
  let program: string;
  beforeAll(() => {
    program = buildForHost(scratch);
  });
  afterAll(() => rmSync(scratch, { recursive: true }));

  function agentIn(folder: string): RunningAgent {
    const agent = new RunningAgent(program, folder);
    agent.tell('session feedface');
    return agent;
  }

  it('is as it was on the host, whatever its names are, and in pieces of any size', async () => {
    const folder = folderToSend();
    const { bytes, pieces } = packFolder(folder);
    for (const length of [1, 4096, bytes]) {
      const received = temporaryDirectory();
      using agent = agentIn(received);
      agent.tell(`folder sent ${bytes} tar`);
      const all = await joined(pieces());
      // The first bytes one by one: they are the headers.
      for (let at = 0; at < all.length; at += at < 400 ? length : 4096)
        agent.sendFiles(all.subarray(at, at + (at < 400 ? length : 4096)));
      await agent.until(/ ok folder/);
      expect(listing(received)).toEqual(listing(folder));
    }
  });

  it('may have directories that are there already', async () => {
    const received = temporaryDirectory();
    mkdirSync(join(received, 'artifacts'));
    using agent = agentIn(received);
    const sent = Buffer.from('directory artifacts\0');
    agent.tell(`folder sent ${sent.length} tar`);
    agent.sendFiles(sent);
    await agent.until(/ ok folder/);
  });

  it.each([
    ['a file in a directory that is not there', '420 0 a/b\0', 'a/b cannot be received: error 2'],
    ['a file that ends early', '420 9 run\0exit', 'run cannot be received: error 61'],
    ['a long one that ends early', `420 99999 run\0${'x'.repeat(90_000)}`, 'run cannot be received: error 61'],
    ['a header without an end', '420 9 run', 'it has no end'],
    ['a header longer than any', `420 0 ${'x'.repeat(70_000)}\0`, 'it has no end'],
  ])('fails with %s', async (_, text, complaint) => {
    using agent = agentIn(temporaryDirectory());
    const sent = Buffer.from(text);
    agent.tell(`folder sent ${sent.length} tar`);
    agent.sendFiles(sent);
    expect(await agent.until(/ failed folder/)).toMatch(new RegExp(` failed folder ${complaint}\n$`));
  });
});

function folderToSend(): string {
  const folder = temporaryDirectory();
  mkdirSync(join(folder, 'lib/deep'), { recursive: true });
  writeFileSync(join(folder, 'lib/deep/of two\nlines'), 'x', { mode: 0o600 });
  writeFileSync(join(folder, 'empty'), '');
  writeFileSync(join(folder, 'fw.bin'), Buffer.from(Array.from({ length: 200_000 }, (__, at) => at % 251)));
  writeFileSync(join(folder, 'run'), '#!/bin/sh\n');
  chmodSync(join(folder, 'run'), 0o777);
  return folder;
}

/** Each path with its mode, and what is in it. */
function listing(folder: string): readonly (readonly [string, number, string])[] {
  return (readdirSync(folder, { recursive: true }) as string[]).sort().map((name) => {
    const path = join(folder, name);
    const stats = statSync(path);
    return [name, stats.mode, stats.isFile() ? readFileSync(path).toString('latin1') : ''];
  });
}

async function joined(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const read: Buffer[] = [];
  for await (const piece of pieces) read.push(piece);
  return Buffer.concat(read);
}
