import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type InvocationFacts, invocationFrom } from '../../../src/command/invocation.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

describe('the words that call this program again', () => {
  it('are its name where PATH leads to it, by whatever link', () => {
    const { facts, bin } = place();
    symlinkSync(facts.script, join(bin, 'qemu-driver-test'));
    expect(invocationFrom(facts)).toEqual(['qemu-driver-test']);
    expect(invocationFrom({ ...facts, isBelowNpm: true })).toEqual(['qemu-driver-test']);
  });

  it('go through npx where only npm had it on the PATH', () => {
    const { facts, root } = place();
    const bin = join(root, 'node_modules/.bin');
    mkdirSync(bin, { recursive: true });
    symlinkSync(facts.script, join(bin, 'qemu-driver-test'));
    const find = (name: string): string | undefined =>
      name === 'qemu-driver-test' ? join(bin, name) : facts.find(name);
    expect(invocationFrom({ ...facts, find, isBelowNpm: true })).toEqual(['npx', 'qemu-driver-test']);
    expect(invocationFrom({ ...facts, find })).toEqual(['qemu-driver-test']);
  });

  it('name Node and the script elsewhere, also where PATH has another of that name', () => {
    const { facts, root, bin } = place();
    expect(invocationFrom(facts)).toEqual(['node', 'dist/cli.mjs']);
    writeFileSync(join(bin, 'qemu-driver-test'), 'another');
    expect(invocationFrom(facts)).toEqual(['node', 'dist/cli.mjs']);
    expect(invocationFrom({ ...facts, cwd: join(root, 'dist') })).toEqual(['node', 'cli.mjs']);
    expect(invocationFrom({ ...facts, cwd: bin })).toEqual(['node', '../dist/cli.mjs']);
    expect(invocationFrom({ ...facts, script: join(root, '-odd.mjs') })).toEqual(['node', './-odd.mjs']);
  });

  it('name the Node that it was when PATH has another one, or none', () => {
    const { facts, root } = place();
    const node = join(root, 'node20');
    writeFileSync(node, '');
    expect(invocationFrom({ ...facts, node })).toEqual([node, 'dist/cli.mjs']);
    expect(invocationFrom({ ...facts, find: () => undefined })).toEqual([facts.node, 'dist/cli.mjs']);
  });
});

/** A checkout, and a directory that stands for the PATH and has a node. */
function place(): { readonly facts: InvocationFacts; readonly root: string; readonly bin: string } {
  const root = temporaryDirectory();
  const bin = join(root, 'bin');
  for (const directory of [bin, join(root, 'dist')]) mkdirSync(directory);
  const [script, node] = [join(root, 'dist/cli.mjs'), join(bin, 'node')];
  for (const file of [script, node]) writeFileSync(file, '');
  return { facts: { script, node, cwd: root, find: (name) => join(bin, name), isBelowNpm: false }, root, bin };
}
