import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Builds the distribution. The program finds the guest's files and the fork server next to its own directory. */
export async function buildDistribution(root: string, scratch: string): Promise<string> {
  const { buildDist } = await import('../build-dist.mjs');
  const dist = join(scratch, 'dist');
  await buildDist(dist);
  for (const part of ['guest', 'fork-server']) symlinkSync(join(root, part), join(scratch, part));
  return dist;
}
