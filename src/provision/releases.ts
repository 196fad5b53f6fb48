import { debian } from './distributions/debian.ts';
import { ubuntu } from './distributions/ubuntu.ts';
import type { Release } from './release.ts';

/** Every distribution that specs can name; the first one serves hosts of all others. */
export const releases: readonly [Release, ...Release[]] = [debian, ubuntu];
