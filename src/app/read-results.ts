import { join } from 'node:path';
import { readTextIfThere } from '../host/file-facts.ts';
import { isSystemError } from '../host/system-error.ts';
import { parseResults, type ParsedResults } from '../report/parse-results.ts';

/** The results in a directory; `name` is what it is called in messages. */
export function readResults(directory: string, name: string): ParsedResults {
  const file = join(name, 'results.json');
  try {
    const text = readTextIfThere(join(directory, 'results.json'));
    return text === undefined ? { kind: 'problem', message: `${file}: expected the results of a run, found no such file` } : parseResults(text, file);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { kind: 'problem', message: `${file}: expected the results of a run, found ${error.code}` };
  }
}
