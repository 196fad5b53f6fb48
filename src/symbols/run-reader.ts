import { join } from 'node:path';
import { architectureOfElf } from '../architecture/architectures.ts';
import { readElfHeader } from '../binary/elf-header.ts';
import type { ElfSection } from '../binary/elf-sections.ts';
import type { SourceFrame } from '../diagnose/source/code-place.ts';
import { environmentOnly, findProgram, hostArchitecture, programsOnPath } from '../host/environment.ts';
import { openForReading } from '../host/files/disk-file.ts';
import { writeFileAt } from '../host/files/file-changes.ts';
import { readWholeFile } from '../host/files/file-facts.ts';
import { createScratchDirectory } from '../host/files/scratch-directory.ts';
import { runCommand } from '../host/process/command.ts';
import { linkedCopy } from './linked-copy.ts';

/** A program that turns addresses into source lines. */
export interface DebugReader {
  readonly kind: 'addr2line' | 'llvm-symbolizer';
  readonly path: string;
}

/**
 * The reader of binutils comes with gcc. LLVM's has its version in its name, unless it is the distribution's default.
 */
export function findDebugReader(): DebugReader | undefined {
  const addr2line = findProgram('addr2line');
  if (addr2line !== undefined) return { kind: 'addr2line', path: addr2line };
  const symbolizer = findProgram('llvm-symbolizer') ?? newestVersioned();
  return symbolizer === undefined ? undefined : { kind: 'llvm-symbolizer', path: symbolizer };
}

function newestVersioned(): string | undefined {
  const version = (path: string): number => Number(/-(\d+)$/.exec(path)?.[1]);
  return [...programsOnPath(/^llvm-symbolizer-\d+$/)].sort((one, other) => version(other) - version(one))[0];
}

/**
 * Parses the output of `addr2line -a -f -i`, and of llvm-symbolizer in the same style: the address, then for each frame
 * a line with the function and one with `file:line`, the innermost first. @returns frames by address, without unknown
 * ones
 */
export function parseFrames(output: string): ReadonlyMap<bigint, readonly SourceFrame[]> {
  const frames = new Map<bigint, SourceFrame[]>();
  let current: SourceFrame[] = [];
  let func: string | undefined;
  for (const line of output.split('\n')) {
    if (/^0x[\da-f]+$/.test(line)) {
      current = [];
      frames.set(BigInt(line), current);
      func = undefined;
    } else if (func === undefined) {
      func = line;
    } else {
      const frame = frameAt(func, line);
      if (frame !== undefined) current.push(frame);
      func = undefined;
    }
  }
  return frames;
}

/** `drivers/edu.c:120 (discriminator 3)`; unknown parts are `??:0` or `edu.c:?`. */
function frameAt(func: string, place: string): SourceFrame | undefined {
  const { file, line } = /^(?<file>.+?):(?<line>\d+)(?: \(discriminator \d+\))?$/.exec(place)?.groups ?? {};
  if (file === undefined || line === undefined || file === '??' || Number(line) === 0) return undefined;
  return { function: func, file, line: Number(line) };
}

export interface ReaderQuery {
  readonly object: string;
  /** The section that the addresses are relative to; undefined: to none, the object has been linked. */
  readonly section: ElfSection | undefined;
  readonly addresses: readonly bigint[];
}

/** Reading a whole kernel's debug information takes seconds. After this time, the reader is stuck. */
const deadlineMs = 20_000;
/** A report names at most a few hundred places, each with some inlined functions. */
const maxOutputCharacters = 8 * 1024 * 1024;

/** The reader failed; contains its message. */
export class ReaderFailed extends Error {
  override readonly name = 'ReaderFailed';
}

/** Looks up many addresses at once. @throws ReaderFailed @throws the signal's reason when it aborts */
export async function runReader(
  reader: DebugReader,
  query: ReaderQuery,
  signal: AbortSignal,
): Promise<ReadonlyMap<bigint, readonly SourceFrame[]>> {
  switch (reader.kind) {
    case 'addr2line':
      return query.section === undefined || isOfHost(query.object)
        ? await askAddr2line(reader.path, query, signal)
        : await askLinked(argvOf(reader), query, signal);
    case 'llvm-symbolizer':
      return await askLinked(argvOf(reader), query, signal);
  }
}

/** A program of binutils knows the relocations of its own architecture only. Without any, it reads every file. */
function isOfHost(object: string): boolean {
  using file = openForReading(object);
  const machine = readElfHeader(file.read)?.machine;
  return machine === undefined || architectureOfElf(machine)?.node === hostArchitecture();
}

async function askAddr2line(
  path: string,
  { object, section, addresses }: ReaderQuery,
  signal: AbortSignal,
): Promise<ReadonlyMap<bigint, readonly SourceFrame[]>> {
  const inSection = section === undefined ? [] : ['-j', section.name];
  return await ask([path, '-a', '-f', '-i', ...inSection, '-e', object, ...inHex(addresses)], signal);
}

type ReaderArguments = (file: string) => readonly [string, ...string[]];

function argvOf({ kind, path }: DebugReader): ReaderArguments {
  return kind === 'addr2line'
    ? (file) => [path, '-a', '-f', '-i', '-e', file]
    : (file) => [path, '--output-style=GNU', '--addresses', '--inlining', '--functions=linkage', `--obj=${file}`];
}

/** Where a reader does not distinguish a module's sections, it gets a copy with separate addresses. */
async function askLinked(
  argv: ReaderArguments,
  { object, section, addresses }: ReaderQuery,
  signal: AbortSignal,
): Promise<ReadonlyMap<bigint, readonly SourceFrame[]>> {
  if (section === undefined) return await ask([...argv(object), ...inHex(addresses)], signal);
  const linked = linkedCopy(readWholeFile(object));
  if (linked === undefined) throw new ReaderFailed(`${argv('')[0]} cannot read it; install binutils’ addr2line`);
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
      tooMuch.abort(new ReaderFailed(`expected at most ${maxOutputCharacters} characters, found more`));
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
