import { expect, it } from 'vitest';
import type { ElfSection } from '../../../src/binary/elf-sections.ts';
import { codeLayout } from '../../../src/coverage/module-layout.ts';

const code = 6;

function sections(...all: readonly (readonly [name: string, sizeBytes: number, flags: number])[]): ElfSection[] {
  return all.map(([name, sizeBytes, flags], index) => ({
    ...{ index, name, sizeBytes, flags, type: 1, offset: 0, link: 0, info: 0, alignBytes: 8, headerOffset: 0 },
  }));
}

it('code that stays and code that runs once lie one section after the other', () => {
  const layout = codeLayout(
    sections(['.text', 10, code], ['.init.text', 4, code], ['.data', 9, 3], ['.exit.text', 4, code]),
  );
  expect(layout).toMatchObject({ textBytes: 4096, initBytes: 4096, grows: false });
  expect(layout.placeOf(1, 2)).toEqual({ part: 'init', offset: 2 });
  expect(layout.placeOf(2, 0)).toBeUndefined();
  expect(layout.placeOf(3, 1)).toEqual({ part: 'text', offset: 17 });
});

it('behind a table of jumps, which grows when the module is loaded, no place is known', () => {
  const layout = codeLayout(
    sections(
      ['.text', 10, code],
      ['.init.text', 4, code],
      ['.plt', 1, code],
      ['.init.plt', 1, 2],
      ['.text.late', 4, code],
    ),
  );
  expect(layout).toMatchObject({ textBytes: 4096, initBytes: 4096, grows: true });
  expect(layout.placeOf(0, 4)).toEqual({ part: 'text', offset: 4 });
  expect(layout.placeOf(4, 0)).toBeUndefined();
});
