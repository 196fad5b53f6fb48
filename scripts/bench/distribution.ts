import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Builds the distribution. The program finds the guest's files next to its own directory. */
export async function buildDistribution(root: string, scratch: string): Promise<string> {
  const { buildDist } = await import('../build-dist.mjs');
  const dist = join(scratch, 'dist');
  await buildDist(dist);
  symlinkSync(join(root, 'guest'), join(scratch, 'guest'));
  return dist;
}
