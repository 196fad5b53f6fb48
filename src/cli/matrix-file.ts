import { bounds } from '../bounds/bounds.ts';
import { fieldOf, parseJson } from '../bounds/parse-json.ts';
import { UsageError } from '../command/parse-arguments.ts';
import { readNamedText } from '../host/files/read-text.ts';
import type { ExpectedJob } from '../results/merge/missing-parts.ts';
import { cutLine } from '../text/text-width.ts';

/** Reads the jobs from a file that `list --format matrix` wrote. @throws UsageError */
export function expectedJobs(path: string, name: string): readonly ExpectedJob[] {
  const text = readNamedText(path, bounds.json.bytes);
  if (text === undefined)
    throw new UsageError(`--matrix: expected the output of list --format matrix, found no file ${name}.`);
  if (text.length > bounds.json.bytes)
    throw new UsageError(`--matrix ${name}: expected at most ${bounds.json.bytes} bytes, found more.`);
  const include = fieldOf(parse(text, name), 'include');
  if (!Array.isArray(include))
    throw new UsageError(`--matrix ${name}: expected {"include": […]}, as list --format matrix writes it.`);
  return include.map((job: unknown, index) => {
    const [kernel, machine, shard] = ['kernel', 'machine', 'shard'].map((key) => fieldOf(job, key));
    if (typeof kernel === 'string' && typeof machine === 'string' && typeof shard === 'string')
      return { kernel, machine, shard };
    throw new UsageError(
      `--matrix ${name}: include[${index}]: expected kernel, machine and shard, found ` +
        `${cutLine(JSON.stringify(job), 300)}.`,
    );
  });
}

function parse(text: string, name: string): unknown {
  const parsed = parseJson(text, bounds.json);
  if (parsed.kind === 'problem') throw new UsageError(`--matrix ${name}: ${parsed.reason}`);
  return parsed.value;
}
