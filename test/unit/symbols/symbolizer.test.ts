import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../../src/binary/read-bytes.ts';
import { type CodePlace, placeKey } from '../../../src/diagnose/source/code-place.ts';
import { findProgram } from '../../../src/host/environment.ts';
import { readCodeObject } from '../../../src/symbols/code-object.ts';
import type { DebugReader } from '../../../src/symbols/run-reader.ts';
import { hasDebugLines, Symbolizer } from '../../../src/symbols/symbolizer.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** Code in three sections, inlined, and twice of one name; each line that is looked for says what it is. */
const first = `
int sink;
__attribute__((noreturn)) void stop(void);
static inline __attribute__((always_inline)) void set(int *where)
{
	*(volatile int *)where = 5; /* inlined */
}
__attribute__((noinline)) void outer(int *where)
{
	sink++;
	set(where); /* outer */
	sink--;
}
__attribute__((noinline)) void halt(void)
{
	sink++;
	stop(); /* last call */
}
__attribute__((noinline)) static void same(int *where)
{
	*where = 1; /* first of the name */
	sink += 77 * sink * sink + where[3] * where[4] * where[5] * where[6];
}
__attribute__((section(".init.text"), noinline)) int start(int *where)
{
	same(where);
	return *where; /* init */
}
`;
const second = `
__attribute__((noinline)) static void same(int *where)
{
	*where = 2; /* second of the name */
}
void other(int *where) { same(where); same(where + 1); }
__attribute__((section(".exit.text"), noinline)) void leave(int *where)
{
	*where = 3; /* exit */
}
`;

interface Built {
  readonly object: string;
  readonly lineOf: (mark: string) => string;
  readonly place: (symbol: string, changes: Partial<CodePlace>) => CodePlace;
}

function build(link: readonly string[]): Built {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'first.c'), first);
  writeFileSync(join(directory, 'second.c'), second);
  for (const name of ['first', 'second'])
    execFileSync(
      'gcc',
      ['-g', '-O1', '-fno-pic', '-fno-ipa-cp', '-fcf-protection=none', '-c', `${name}.c`, '-o', `${name}.o`],
      { cwd: directory },
    );
  execFileSync('ld', [...link, '-o', 'object', 'first.o', 'second.o'], { cwd: directory });
  const lineOf = (mark: string): string => {
    const [name, text] = first.includes(`/* ${mark} */`) ? ['first.c', first] : ['second.c', second];
    return `${directory}/${name}:${text.split('\n').findIndex((line) => line.includes(`/* ${mark} */`)) + 1}`;
  };
  return {
    object: join(directory, 'object'),
    lineOf,
    place: (symbol, changes) => ({ symbol, offset: 0, size: 0x10, module: 'm', exact: true, ...changes }),
  };
}

async function linesOf(reader: DebugReader, object: string, place: CodePlace): Promise<readonly string[]> {
  const decoded = await new Symbolizer(reader).decode(object, [place], new AbortController().signal);
  return (decoded.get(placeKey(place)) ?? []).map(({ function: name, file, line }) => `${name} ${file}:${line}`);
}

/** Where in a function an instruction lies, as the disassembler sees it. */
function offsetOf(object: string, symbol: string, instruction: RegExp): number {
  const listing = execFileSync('objdump', ['-d', '--no-show-raw-insn', `--disassemble=${symbol}`, object], {
    encoding: 'utf8',
  });
  const address = (form: RegExp, line = ''): bigint => BigInt(`0x${form.exec(line)?.[1] ?? 'none'}`);
  const at = listing.split('\n').find((line) => instruction.test(line));
  return Number(address(/^\s*([\da-f]+):/, at) - address(/^([\da-f]+) </m, listing));
}

function symbolAt(
  object: string,
  symbol: string,
): { readonly sizeBytes: number; readonly spanBytes: number | undefined } {
  const file = readFileSync(object);
  const found = readCodeObject(bytesOf(file))?.codeByName.get(symbol)?.[0];
  if (found === undefined) throw new Error(`no ${symbol}`);
  return found;
}

const readers: readonly DebugReader[] = (['addr2line', 'llvm-symbolizer'] as const).flatMap((kind) => {
  const path = findProgram(kind);
  return path === undefined ? [] : [{ kind, path }];
});

it('there is a reader to test with', () => {
  expect(readers.map(({ kind }) => kind)).toContain('addr2line');
});

describe.each([
  ['module', ['-r']],
  [
    'kernel',
    [
      '-Ttext=0xffffffff81000000',
      '--section-start=.init.text=0xffffffff82000000',
      '-e',
      'start',
      '--unresolved-symbols=ignore-all',
    ],
  ],
] as const)('in a %s', (what, link) => {
  describe.each(readers.map((reader) => [reader.kind, reader] as const))('with %s', (_, reader) => {
    it('an instruction is found in the function that was inlined and in the one that it was inlined into', async () => {
      const { object, lineOf, place } = build(link);
      const offset = offsetOf(object, 'outer', /movl +\$0x5,/);
      expect(await linesOf(reader, object, place('outer', { offset }))).toEqual([
        `set ${lineOf('inlined')}`,
        `outer ${lineOf('outer')}`,
      ]);
    });

    it('an instruction is found in whichever section it lies', async () => {
      const { object, lineOf, place } = build(link);
      expect(await linesOf(reader, object, place('leave', { offset: 0 }))).toHaveLength(1);
      expect(
        await linesOf(reader, object, place('leave', { offset: offsetOf(object, 'leave', /movl/), size: 0xff4 })),
      ).toEqual([`leave ${lineOf('exit')}`]);
      expect(
        await linesOf(
          reader,
          object,
          place('start', { offset: offsetOf(object, 'start', /mov +\(%\w+\),%eax/), size: 0xff4 }),
        ),
      ).toEqual([`start ${lineOf('init')}`]);
    });

    it('a return address leads to its call, also when nothing follows it in the function', async () => {
      const { object, lineOf, place } = build(link);
      const { sizeBytes } = symbolAt(object, 'halt');
      expect(
        await linesOf(reader, object, place('halt', { offset: sizeBytes, size: sizeBytes, exact: false })),
      ).toEqual([`halt ${lineOf('last call')}`]);
    });
  });

  it('of two functions of one name the one counts whose size it is; where both could be meant, none', async () => {
    const { object, lineOf, place } = build(link);
    const [reader] = readers;
    if (reader === undefined) throw new Error('no reader');
    const file = readFileSync(object);
    const both = readCodeObject(bytesOf(file))?.codeByName.get('same') ?? [];
    const sizes = both
      .map(({ sizeBytes, spanBytes = 0 }) => ({ sizeBytes, spanBytes }))
      .sort((one, other) => one.sizeBytes - other.sizeBytes);
    expect(sizes).toHaveLength(2);
    const [small, large] = sizes;
    expect(await linesOf(reader, object, place('same', { size: small?.spanBytes ?? 0 }))).toEqual([
      `same ${lineOf('second of the name')}`,
    ]);
    expect(await linesOf(reader, object, place('same', { size: large?.spanBytes ?? 0 }))).toEqual([
      `same ${lineOf('first of the name')}`,
    ]);
    expect(await linesOf(reader, object, place('same', { size: 0x777 }))).toEqual([]);
    expect(what).toMatch(/module|kernel/);
  });
});

describe('nothing is found', () => {
  const reader: DebugReader = { kind: 'addr2line', path: '/usr/bin/addr2line' };

  it('beyond the end of a function, and for a function that is not there', async () => {
    const { object, place } = build(['-r']);
    expect(await linesOf(reader, object, place('outer', { offset: 0x4000 }))).toEqual([]);
    expect(await linesOf(reader, object, place('no_such_function', { offset: 0 }))).toEqual([]);
  });

  it('in a file without debug information, or that is no object at all', async () => {
    const { object, place } = build(['-r', '--strip-debug']);
    expect(hasDebugLines(object)).toBe(false);
    expect(await linesOf(reader, object, place('outer', { offset: 0 }))).toEqual([]);
    for (const content of ['', 'no object', readFileSync(object).subarray(0, 200)]) {
      writeFileSync(object, content);
      expect(await linesOf(reader, object, place('outer', { offset: 0 }))).toEqual([]);
    }
  });
});

describe('the reader', () => {
  function fake(script: string): DebugReader {
    const path = join(temporaryDirectory(), 'addr2line');
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return { kind: 'addr2line', path };
  }

  it('that fails is reported with its message', async () => {
    const { object, place } = build(['-r']);
    await expect(linesOf(fake('echo "DWARF error: too new" >&2; exit 1'), object, place('outer', {}))).rejects.toThrow(
      'DWARF error: too new',
    );
  });

  it('that writes without end is stopped', async () => {
    const { object, place } = build(['-r']);
    await expect(
      linesOf(fake('exec yes 0123456789abcdef0123456789abcdef'), object, place('outer', {})),
    ).rejects.toThrow(/expected at most \d+ characters, found more/);
  });

  it('is asked once for all places of a section, and never again for the same ones', async () => {
    const { object, place } = build(['-r']);
    const directory = temporaryDirectory();
    const counting = fake(`echo asked >> ${directory}/asked; exec ${findProgram('addr2line') ?? ''} "$@"`);
    const symbolizer = new Symbolizer(counting);
    const places = [place('outer', { offset: 1 }), place('outer', { offset: 2 }), place('halt', { offset: 1 })];
    const once = await symbolizer.decode(object, places, new AbortController().signal);
    expect(await symbolizer.decode(object, places, new AbortController().signal)).toEqual(once);
    expect([...once.values()].every((frames) => frames.length > 0)).toBe(true);
    expect(readFileSync(join(directory, 'asked'), 'utf8')).toBe('asked\n');
  });
});
