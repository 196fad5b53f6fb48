import { describe, expect, it } from 'vitest';
import { linesOf, readCoverageMemory, reachedPoints } from '../../../src/coverage/coverage-memory.ts';
import { type CoveredModule, readCoveredModule } from '../../../src/coverage/covered-module.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { compileObject, smallDriver } from './compiled-object.ts';
import { memoryWith } from './recorded-memory.ts';

function covered(source = smallDriver, flags: readonly string[] = []): CoveredModule {
  const module = readCoveredModule('driver', compileObject(temporaryDirectory(), source, flags));
  if (typeof module === 'string') throw new Error(module);
  return module;
}

function pointsOf({ lines }: CoveredModule, line: number): readonly number[] {
  return lines.get('driver.c')?.get(line) ?? [];
}

describe('the points of a module', () => {
  it('are one for each block, and each line has those of its blocks', () => {
    const module = covered();
    const [entry, failed, undone] = [7, 11, 17].map((line) => pointsOf(module, line));
    expect(entry).toHaveLength(1);
    expect(pointsOf(module, 10)).toContain(entry?.[0]);
    expect(failed).toHaveLength(1);
    expect(undone).toHaveLength(1);
    expect(new Set([entry?.[0], failed?.[0], undone?.[0]]).size).toBe(3);
  });

  it.each([['-gdwarf-4'], ['-gdwarf-5'], ['-ffunction-sections']])('are the same with %s', (flag) => {
    const lines = (module: CoveredModule): readonly number[] =>
      [...(module.lines.get('driver.c')?.keys() ?? [])].sort();
    expect(lines(covered(smallDriver, [flag]))).toEqual(lines(covered()));
  });

  it('are of a file in its place, also where the compiler ran beside it', () => {
    const directory = temporaryDirectory();
    const object = compileObject(directory, smallDriver, ['-gdwarf-5', `-ffile-prefix-map=${directory}=drivers/edu`]);
    const module = readCoveredModule('driver', object);
    expect(typeof module === 'string' ? module : [...module.lines.keys()]).toEqual(['drivers/edu/driver.c']);
  });

  it('where branches meet are not of the line of one of them', () => {
    const module = covered(whereBranchesMeet, ['-fstack-protector-strong']);
    expect(pointsOf(module, 8)).toHaveLength(1);
    expect(pointsOf(module, 11)).not.toEqual([]);
    expect(pointsOf(module, 11)).not.toContain(pointsOf(module, 8)[0]);
  });

  it('lie where the kernel loads the code', () => {
    const module = covered();
    expect(module).toMatchObject({ textBytes: 4096, initBytes: 0 });
    for (const { part, offset } of module.points) {
      expect(part).toBe('text');
      expect(offset).toBeLessThan(4096);
    }
  });

  it.each([
    ['without any', compile('-fno-sanitize-coverage=trace-pc'), /no points/],
    ['without debug information', compile('-g0'), /no debug information/],
    ['that is damaged', (): Buffer => Buffer.from('not an object'), /damaged/],
  ] as const)('a module %s says why there are none', (_, object, reason) => {
    expect(readCoveredModule('driver', object())).toMatch(reason);
  });
});

const whereBranchesMeet = `int read_number(const char *, unsigned *);
void write_number(unsigned);
long store(const char *text, long count)
{
	unsigned value;
	int error = read_number(text, &value);
	if (error)
		return error;
	write_number(value);
	return count;
}
`;

function compile(flag: string): () => Buffer {
  return () => compileObject(temporaryDirectory(), smallDriver, [flag]);
}

describe('what a guest recorded', () => {
  const ran = (module: CoveredModule, points: readonly number[]): readonly number[] => {
    const memory = readCoverageMemory(memoryWith(module, points));
    if (memory === undefined) throw new Error('the memory was not read');
    return [...linesOf(module, reachedPoints(module, memory)).values()].flat().toSorted((a, b) => a - b);
  };

  it('is the lines of the points that ran, and no others', () => {
    const module = covered();
    const lines = ran(module, [...pointsOf(module, 7), ...pointsOf(module, 11)]);
    expect(lines).toEqual(expect.arrayContaining([7, 10, 11]));
    expect(lines).not.toContain(17);
    expect(ran(module, [])).toEqual([]);
  });

  it('is nothing of a module that is laid out differently, or has another name', () => {
    const module = covered();
    const memory = readCoverageMemory(memoryWith(module, [0]));
    if (memory === undefined) throw new Error('the memory was not read');
    expect(reachedPoints(module, memory).size).toBe(1);
    expect(reachedPoints({ ...module, name: 'other' }, memory).size).toBe(0);
    expect(reachedPoints({ ...module, textBytes: 8192 }, memory).size).toBe(0);
    expect(reachedPoints({ ...module, textBytes: 8192, grows: true }, memory).size).toBe(0);
    expect(reachedPoints({ ...module, textBytes: 0 }, memory).size).toBe(0);
    expect(reachedPoints({ ...module, textBytes: 0, grows: true }, memory).size).toBe(1);
  });

  it('counts only real points, whatever bits a guest sets', () => {
    const module = covered();
    const memory = memoryWith(module, []);
    memory.fill(0xff, 8192);
    const read = readCoverageMemory(memory);
    if (read === undefined) throw new Error('the memory was not read');
    expect(reachedPoints(module, read).size).toBe(module.points.length);
  });

  it('of a record that reaches outside is left out; other memory is none', () => {
    const memory = memoryWith(covered(), [0]);
    memory.writeUInt32LE(0xffffff00, 32 + 64 + 8);
    expect(readCoverageMemory(memory)).toEqual({ records: [], lost: 0 });
    expect(readCoverageMemory(memory.subarray(0, 20))).toBeUndefined();
    expect(readCoverageMemory(memory.subarray(0, 40))).toEqual({ records: [], lost: 0 });
    expect(readCoverageMemory(Buffer.alloc(4096))).toBeUndefined();
  });
});
