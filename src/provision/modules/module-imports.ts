import { readElfImports } from '../../binary/elf-imports.ts';
import { bytesOf } from '../../binary/read-bytes.ts';
import { readWholeFile } from '../../host/files/file-facts.ts';

/** Everything that a built module imports: what it can call and does not have itself. */
export function moduleImports(path: string): ReadonlySet<string> {
  return new Set(readElfImports(bytesOf(readWholeFile(path))));
}
