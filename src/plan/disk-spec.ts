import { resolve } from 'node:path';
import { type SpecParse, specProblem } from './plan-problem.ts';

/** The disk image of a machine: the user's spec, parsed. */
export type DiskSpec = { readonly kind: 'path'; readonly text: string; readonly path: string };

const accepted = 'A disk image is a path.';

/** A path is relative to `baseDirectory` (absolute). Provisioning checks whether it exists. */
export function parseDiskSpec(text: string, baseDirectory: string): SpecParse<DiskSpec> {
  if (text.trim() === '') return specProblem('expected a disk image, found nothing', accepted);
  return { kind: 'spec', spec: { kind: 'path', text, path: resolve(baseDirectory, text) } };
}
