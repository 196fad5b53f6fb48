import type { RegularFile, TreeEntry } from '../host/files/file-tree.ts';
import { wording } from './problem-wording.ts';
import { follow, kindInWords, type Reading } from './reading.ts';
import type { Report } from './suite-problem.ts';

/** The absolute path of a stage's executable; undefined when it does not exist or cannot be run. */
export function parseStage(
  name: 'setup' | 'run' | 'teardown' | 'build',
  entry: TreeEntry | undefined,
  reading: Reading,
): string | undefined {
  const file = entry === undefined ? undefined : follow(entry, reading);
  if (file === undefined) return undefined;
  if (file.kind !== 'file') {
    reading.report(file.path, undefined, wording.stageIsNoFile(name, kindInWords(file.kind)));
    return undefined;
  }
  if (!file.executable) reading.report(file.path, undefined, wording.notExecutable(file.path));
  if (file.sizeBytes === 0) reading.report(file.path, undefined, wording.emptyStage());
  checkShebang(file, reading.report);
  return file.path;
}

/** The kernel uses the whole first line, so a carriage return would become part of the interpreter's name. */
function checkShebang(file: RegularFile, report: Report): void {
  const head = file.read(256);
  if (head.kind === 'unreadable') {
    report(file.path, undefined, wording.unreadable(head.reason));
    return;
  }
  const [, shebang] = /^(#![^\n]*)\r\n/.exec(new TextDecoder().decode(head.bytes)) ?? [];
  if (shebang !== undefined) report(file.path, 1, wording.shebangWithCarriageReturn(shebang));
}
