import { describe, expect, it } from 'vitest';
import { modelFiles } from '../../../src/plan/model-files.ts';

/** The files of /w/model.ts, given the texts of all files. */
function filesOf(texts: Readonly<Record<string, string>>): readonly string[] {
  return modelFiles('/w/model.ts', (path) => texts[path]);
}

describe('the files of a device model', () => {
  it('are its own, and those that it imports by a relative path, directly or not', () => {
    const files = filesOf({
      '/w/model.ts': "import { defineDevice } from 'qemu-driver-test/device';\nimport { fifo } from './parts/fifo.ts';",
      '/w/parts/fifo.ts': 'export { bits } from \'../bits.ts\';\nimport type { Pulse }\n  from\n  "./pulse.ts";',
      '/w/bits.ts': "import './parts/fifo.ts';",
      '/w/parts/pulse.ts': "const later = await import('./later.mjs');",
    });
    expect(files).toEqual(['/w/model.ts', '/w/parts/fifo.ts', '/w/bits.ts', '/w/parts/pulse.ts', '/w/parts/later.mjs']);
  });

  it.each([
    ['imports by a computed path', 'await import(`./${name}.ts`);'],
    ['reads files beside it', "readFileSync(new URL('table.json', import.meta.url));"],
    ['imports the file system', "import { readFileSync } from 'node:fs';"],
    ['imports its promises', 'import { readFile } from "fs/promises";'],
    ['requires', "require('./table.json');"],
  ])('are its whole directory, too, when it %s', (_, source) => {
    expect(filesOf({ '/w/model.ts': source })).toEqual(['/w/model.ts', '/w']);
  });

  it('are that of the import that reads files, not of the model', () => {
    expect(
      filesOf({ '/w/model.ts': "import './deep/table.ts';", '/w/deep/table.ts': "import * as fs from 'node:fs';" }),
    ).toEqual(['/w/model.ts', '/w/deep/table.ts', '/w/deep']);
  });

  it('are the named path alone when there is no such file', () => {
    expect(filesOf({})).toEqual(['/w/model.ts']);
  });

  it('are found in time linear in the size of a hostile file', () => {
    const source = `${'import ('.repeat(200_000)}${'from '.repeat(200_000)}`;
    expect(filesOf({ '/w/model.ts': source })).toContain('/w/model.ts');
  });
});
