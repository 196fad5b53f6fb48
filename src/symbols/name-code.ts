import { type CodeWindow, findCode } from '../binary/find-code.ts';
import { type CodeSection, readModuleCode } from '../binary/module-code.ts';
import { openForReading } from '../host/files/disk-file.ts';

/**
 * Names places in modules by the code that is there, as the kernel writes them: `edu_read+0x12/0x30 [edu]`. Undefined:
 * it is in no module, or in more than one. @param modules the files by the names of the modules @throws SystemError
 * when one cannot be read
 */
export function nameCode(
  windows: readonly CodeWindow[],
  modules: ReadonlyMap<string, string>,
): readonly (string | undefined)[] {
  const codes = [...modules].map(([name, path]) => ({ name, sections: sectionsOf(path) }));
  return windows.map((window) => {
    const found = codes.flatMap(({ name, sections }) => {
      const place = findCode(sections, window);
      return place === undefined ? [] : [`${place.symbol}+${hex(place.offset)}/${hex(place.spanBytes)} [${name}]`];
    });
    return found.length === 1 ? found[0] : undefined;
  });
}

function sectionsOf(path: string): readonly CodeSection[] {
  using file = openForReading(path);
  return readModuleCode(file.read);
}

function hex(value: number): string {
  return `0x${value.toString(16)}`;
}
