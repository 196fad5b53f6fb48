import { join } from 'node:path';
import { kindOfFile } from '../host/files/file-facts.ts';
import { recordName } from '../record/entries.ts';
import type { Results } from '../results/results.ts';
import { readResults } from './merge-directories.ts';

/** The results that a run left in its directory. */
export type LastRun =
  | { readonly kind: 'results'; readonly results: Results }
  /** There was no run, or its results were removed. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problem'; readonly message: string };

/** Reads them also after a run that was killed. `name` is the directory's name in messages. */
export function readLastRun(directory: string, name: string): LastRun {
  const isThere = (file: string): boolean => kindOfFile(join(directory, file)) !== 'nothing';
  return isThere(recordName) || isThere('results.json') ? readResults(directory, name).parsed : { kind: 'nothing' };
}
