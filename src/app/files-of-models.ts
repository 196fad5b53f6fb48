import { kindOfFile } from '../host/files/file-facts.ts';
import { readTextFile } from '../host/files/read-text.ts';
import { modelFiles } from '../plan/model-files.ts';
import type { FilesOfModel } from '../plan/test-sources.ts';

/** The files of device models. Each model is read once, because many tests use the same one. */
export function rememberingFiles(): FilesOfModel {
  const known = new Map<string, readonly string[]>();
  return (path) => {
    const files = known.get(path) ?? modelFiles(path, readModelText);
    known.set(path, files);
    return files;
  };
}

const maxModelBytes = 4 * 1024 * 1024;

/** An import may name a directory, or nothing. */
function readModelText(path: string): string | undefined {
  return kindOfFile(path) === 'file' ? readTextFile(path, maxModelBytes) : undefined;
}
