import { expect, it } from 'vitest';
import { templateObstacle } from '../../../src/machine/template-obstacle.ts';
import { memoryBytes } from '../../../src/machine/memory-size.ts';

const mebibyte = 1024 * 1024;

it.each([
  [undefined, 128 * mebibyte],
  ['256', 256 * mebibyte],
  ['256M', 256 * mebibyte],
  ['size=1g', 1024 * mebibyte],
  ['524288K', 512 * mebibyte],
  ['1G,slots=2,maxmem=4G', undefined],
  ['1.5G', undefined],
  ['lots', undefined],
])('-m %s', (text, bytes) => expect(memoryBytes(text)).toBe(bytes));

it.each([
  [[['-m', '256']], undefined],
  [[['-m', '256'], ['-m', '1G,slots=2,maxmem=4G']], 'its memory, -m 1G,slots=2,maxmem=4G, is more than a size'],
  [[['-object', 'memory-backend-ram,id=m,size=1G']], 'it brings memory of its own'],
  [[['-machine', 'q35,memory-backend=m']], 'it brings memory of its own'],
  [[['-numa', 'node']], 'it brings memory of its own'],
])('a machine with %j', (places, obstacle) => expect(templateObstacle(places)).toBe(obstacle));
