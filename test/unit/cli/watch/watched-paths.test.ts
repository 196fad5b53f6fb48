import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isIgnoredPath, planSources } from '../../../../src/cli/watch/watched-paths.ts';
import { planOf, suite } from '../../plan/plan-request.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';

describe('a changed path', () => {
  it.each([
    'edu.ko',
    'edu.mod.c',
    '.edu.o.cmd',
    'Module.symvers',
    '.git',
    '.run.swp',
    '4913',
    'run~',
    '.#run',
    '#run#',
  ])('of the name %s is ignored', (name) => expect(isIgnoredPath(join('/work/edu', name))).toBe(true));

  it.each(['edu.c', 'Makefile', 'run', 'model.ts', 'swp', '.hidden', 'mod.c'])('of the name %s counts', (name) =>
    expect(isIgnoredPath(join('/work/edu', name))).toBe(false),
  );

  it('is ignored where a run writes its results', () => {
    const directory = join(temporaryDirectory(), 'results');
    mkdirSync(directory);
    expect(isIgnoredPath(directory)).toBe(false);
    writeFileSync(join(directory, '.qemu-driver-test'), '');
    expect(isIgnoredPath(directory)).toBe(true);
  });
});

describe('the tests of a plan', () => {
  it('depend on the driver, and on what their models import', () => {
    const root = temporaryDirectory();
    writeFileSync(join(root, 'card.ts'), "import { ring } from './ring.ts';\n");
    const device = { id: 'card', path: join(root, 'card.ts'), parameters: new Map(), file: 'info/devices', line: 1 };
    const plan = planOf([
      suite('/work/edu', ['dma'], { moduleDirectories: ['/work/driver'], devices: [device] }),
      suite('/work/other', ['probe']),
    ]);
    const { roots, dependsOn } = planSources(plan);
    const dependents = (path: string): readonly string[] =>
      plan.tests.filter((planned) => dependsOn(planned, path)).map(({ id }) => id);
    expect(roots).toContain(join(root, 'ring.ts'));
    expect(dependents(join(root, 'ring.ts'))).toEqual(['edu/dma']);
    expect(dependents('/work/driver/src/edu.c')).toEqual(['edu/dma']);
    expect(dependents('/work/other/probe/run')).toEqual(['other/probe']);
    expect(dependents('/work/README.md')).toEqual([]);
  });
});
