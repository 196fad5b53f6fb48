import { readTextIfThere } from '../host/file-facts.ts';
import type { ExpectedJob } from '../report/merge/missing-parts.ts';
import { UsageError } from './parse-arguments.ts';

/** The jobs in a file that `list --format matrix` wrote. @throws UsageError */
export function expectedJobs(path: string, name: string): readonly ExpectedJob[] {
  const text = readTextIfThere(path);
  if (text === undefined) throw new UsageError(`--matrix: expected the output of list --format matrix, found no file ${name}.`);
  const include = fieldOf(parse(text, name), 'include');
  if (!Array.isArray(include)) throw new UsageError(`--matrix ${name}: expected {"include": […]}, as list --format matrix writes it.`);
  return include.map((job: unknown, index) => {
    const [kernel, machine, shard] = ['kernel', 'machine', 'shard'].map((key) => fieldOf(job, key));
    if (typeof kernel === 'string' && typeof machine === 'string' && typeof shard === 'string') return { kernel, machine, shard };
    throw new UsageError(`--matrix ${name}: include[${index}]: expected kernel, machine and shard, found ${JSON.stringify(job)}.`);
  });
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError(`--matrix ${name}: expected JSON: ${error.message}`);
  }
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
