import { describe, expect, it } from 'vitest';
import type { PlannedTest } from '../../../src/plan/plan.ts';
import { type FilesOfModel, isMadeOf, sourcesOf } from '../../../src/plan/test-sources.ts';
import type { DeviceLine } from '../../../src/suite/suite.ts';
import { kernel, planOf, qemu, suite, suiteTest } from './plan-request.ts';

const directory = '/w/tests';
const model = (id: string, path: string): DeviceLine => ({ id, path, parameters: new Map(), file: '', line: 1 });
const alone: FilesOfModel = (path) => [path];

const tests = suite(directory, [], {
  moduleDirectories: ['/w/driver', `${directory}/helper`],
  devices: [model('tdc0', `${directory}/tdc.ts`)],
  tests: [
    suiteTest(directory, 'dma', { linked: [`${directory}/irq/data/firmware.bin`] }),
    suiteTest(directory, 'irq', { devices: [model('tdc0', '/w/models/broken.ts')] }),
    suiteTest(directory, 'irq-late'),
  ],
});

/** The names of the tests that a change of any of the paths concerns. */
function concerned(
  changed: readonly string[],
  filesOfModel = alone,
  planned = planOf([tests]).tests,
): readonly string[] {
  const isConcerned = (one: PlannedTest): boolean => {
    const sources = sourcesOf(one, filesOfModel);
    return changed.some((path) => isMadeOf(sources, path));
  };
  return planned.filter(isConcerned).map(({ test }) => test.name);
}

describe('what a test is made of', () => {
  const all = ['dma', 'irq', 'irq-late'];

  it.each([
    ['its own directory', `${directory}/irq/run`, ['irq']],
    ['a file that is gone, or new', `${directory}/irq/data/deep/new`, ['irq']],
    ['the directory itself', `${directory}/irq-late`, ['irq-late']],
    ["a link's target in another test", `${directory}/irq/data/firmware.bin`, ['dma', 'irq']],
    ["the suite's info", `${directory}/info/kernel`, all],
    ["the suite's setup", `${directory}/setup`, all],
    ["the suite's helpers", `${directory}/lib/checks.sh`, all],
    ['the driver', '/w/driver/edu.c', all],
    ['a driver in the suite', `${directory}/helper/Makefile`, all],
    ["the suite's model, which another replaces", `${directory}/tdc.ts`, ['dma', 'irq-late']],
    ["a test's own model", '/w/models/broken.ts', ['irq']],
    ['a neighbour of the driver', '/w/driver.md', []],
    ['a file for readers of the suite', `${directory}/README.md`, []],
  ])('%s', (_, path, names) => {
    expect(concerned([path])).toEqual(names);
  });

  it('counts a test once, whatever changed', () => {
    expect(concerned([`${directory}/irq/run`, '/w/models/broken.ts'])).toEqual(['irq']);
    expect(concerned([])).toEqual([]);
  });

  it("does not mean other tests' directories where the directory of a model is the suite's", () => {
    const wide: FilesOfModel = (path) => [path, path.slice(0, path.lastIndexOf('/'))];
    expect(concerned([`${directory}/irq/run`], wide)).toEqual(['irq']);
    expect(concerned([`${directory}/table.json`], wide)).toEqual(['dma', 'irq-late']);
  });

  it('are the same for a directory and for a link to it', () => {
    const twins = suite(directory, [], {
      tests: [suiteTest(directory, 'a'), suiteTest(directory, 'link', { linked: [`${directory}/a`] })],
    });
    expect(concerned([`${directory}/a/run`], alone, planOf([twins]).tests)).toEqual(['a', 'link']);
  });

  it("has the kernel, the QEMU and the image where these are the user's own", () => {
    const own = suite('/w/own', ['t'], { diskImage: '/w/root.img', qemu: '/w/qemu' });
    const plan = planOf([own], { kernels: [kernel('vmlinux,modules=lib')], qemu: qemu('/w/qemu') });
    const changes = ['/work/vmlinux', '/work/lib/kernel/edu.ko', '/w/qemu', '/w/root.img'];
    for (const changed of changes) expect(concerned([changed], alone, plan.tests)).toEqual(['t']);
    expect(concerned(['/work/other'], alone, plan.tests)).toEqual([]);
  });
});
