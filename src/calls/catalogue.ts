import { hardware } from './catalogue/hardware.ts';
import { kernel } from './catalogue/kernel.ts';
import { memory } from './catalogue/memory.ts';
import { subsystems } from './catalogue/subsystems.ts';
import { type FailableFunction, parseFailable } from './failable.ts';

/** All functions that are known to fail, and how. A name that is not here can be added in `info/failable`. */
export const catalogue: readonly FailableFunction[] = [memory, hardware, kernel, subsystems].flatMap((groups) =>
  Object.entries(groups).flatMap(([group, text]) =>
    text
      .trim()
      .split('\n')
      .map((line) => entry(line, group)),
  ),
);

function entry(line: string, group: string): FailableFunction {
  const parsed = parseFailable(line, group);
  if ('message' in parsed) throw new Error(`Internal error: the catalogue of calls: ${line.trim()}: ${parsed.message}`);
  return parsed;
}
