import { join } from 'node:path';
import { runCommand } from '../host/command.ts';
import { environmentOnly } from '../host/environment.ts';
import { writeFileAt } from '../host/file-changes.ts';
import { readWholeFile } from '../host/file-facts.ts';
import { createScratchDirectory } from '../host/scratch-directory.ts';
import type { SourceFrame } from '../diagnose/source/code-place.ts';
import type { DebugReader } from './debug-reader.ts';
import type { ElfSection } from './elf-object.ts';
import { linkedCopy } from './linked-copy.ts';
import { parseFrames } from './parse-frames.ts';

export interface ReaderQuery {
  readonly object: string;
  /** All sections of a relocatable object; undefined: it has been linked. */
  readonly sections: readonly ElfSection[] | undefined;
  /** The section that the addresses are relative to. */
  readonly section: ElfSection | undefined;
  readonly addresses: readonly bigint[];
}

/** The debug information of a whole kernel takes seconds; more than this, and the reader is stuck. */
const deadlineMs = 20_000;
/** A report names at most some hundred places, each with some inlined functions. */
const maxOutputCharacters = 8 * 1024 * 1024;

/** The reader did not do its part: what it said. */
export class ReaderFailed extends Error {
  override readonly name = 'ReaderFailed';
}

/** Asks for many addresses at once. @throws ReaderFailed; the signal's reason when it aborts. */
export async function runReader(
  reader: DebugReader,
  query: ReaderQuery,
  signal: AbortSignal,
): Promise<ReadonlyMap<bigint, readonly SourceFrame[]>> {
  switch (reader.kind) {
    case 'addr2line':
      return await ask(
        [
          reader.path,
          '-a',
          '-f',
          '-i',
          ...(query.section === undefined ? [] : ['-j', query.section.name]),
          '-e',
          query.object,
          ...inHex(query.addresses),
        ],
        signal,
      );
    case 'llvm-symbolizer':
      return await askLlvm(reader.path, query, signal);
  }
}

/** llvm-symbolizer takes the sections of a module for one: it gets a copy in which they lie side by side. */
async function askLlvm(
  path: string,
  { object, sections = [], section, addresses }: ReaderQuery,
  signal: AbortSignal,
): Promise<ReadonlyMap<bigint, readonly SourceFrame[]>> {
  const argv = (file: string): readonly [string, ...string[]] => [
    path,
    '--output-style=GNU',
    '--addresses',
    '--inlining',
    '--functions=linkage',
    `--obj=${file}`,
  ];
  if (section === undefined) return await ask([...argv(object), ...inHex(addresses)], signal);
  const linked = linkedCopy(readWholeFile(object), sections);
  if (linked === undefined) throw new ReaderFailed('llvm-symbolizer cannot read it; binutils’ addr2line can');
  using scratch = createScratchDirectory();
  const copy = join(scratch.path, 'module');
  writeFileAt(copy, linked.content);
  const base = linked.baseOf(section);
  const found = await ask([...argv(copy), ...inHex(addresses.map((address) => base + address))], signal);
  return new Map([...found].map(([address, frames]) => [address - base, frames]));
}

async function ask(
  argv: readonly [string, ...string[]],
  signal: AbortSignal,
): Promise<ReadonlyMap<bigint, readonly SourceFrame[]>> {
  const tooMuch = new AbortController();
  const limits = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs), tooMuch.signal]);
  let characters = 0;
  const onOutput = (text: string): void => {
    characters += text.length;
    if (characters > maxOutputCharacters)
      tooMuch.abort(new ReaderFailed(`it wrote more than ${maxOutputCharacters} characters`));
  };
  try {
    const { exitCode, stdout, output } = await runCommand(argv, {
      signal: limits,
      onOutput,
      env: environmentOnly(['PATH', 'HOME', 'TMPDIR'], { LC_ALL: 'C' }),
    });
    if (exitCode !== 0) throw new ReaderFailed(output.trim().slice(0, 200));
    return parseFrames(stdout);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof ReaderFailed
      ? error
      : new ReaderFailed(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function inHex(addresses: readonly bigint[]): readonly string[] {
  return addresses.map((address) => `0x${address.toString(16)}`);
}
