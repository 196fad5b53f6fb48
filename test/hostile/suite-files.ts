import { problemText } from '../../src/app/load-suites.ts';
import { deviceProblems } from '../../src/engine/machine-devices.ts';
import { refuseUserArguments } from '../../src/machine/user-arguments.ts';
import { buildPlan } from '../../src/plan/build-plan.ts';
import { formatPlanProblem } from '../../src/plan/plan-problem.ts';
import { parseSuiteSpecs } from '../../src/plan/suite-specs.ts';
import { parseSuiteAt } from '../../src/suite/parse-suite.ts';
import { request } from '../unit/plan/plan-request.ts';
import { executable, memoryLookUp, pipe, type Sketch, symlink, unreadable } from '../unit/suite/memory-tree.ts';
import { attackWith } from './family.ts';
import { oddText, spoilt } from './odd-text.ts';
import { type Random, randomOf } from './random.ts';

/** An entry added to a suite, by relative path. */
interface Item {
  readonly path: string;
  readonly what: 'text' | 'program' | 'link' | 'pipe' | 'unreadable' | 'directory';
  readonly text: string;
}

/** A suite from an untrusted pull request, to be checked and planned. @throws Error */
export async function attack(seed: number): Promise<void> {
  const random = randomOf(seed);
  await attackWith({
    what: 'suite files',
    seed,
    parts: Array.from({ length: 1 + random.below(15) }, () => itemOf(random)),
    complaintOf,
  });
}

const fields: readonly [string, ...string[]] = [
  'description',
  'kernel',
  'qemu',
  'qemu-args',
  'disk-image',
  'modules',
  'devices',
  'faults',
  'timeout',
  'expect-failure',
  'expect-console',
  'after-bug',
  'start',
  'setup',
  'unknown',
];
const values: readonly [string, ...string[]] = [
  '30',
  '1e9',
  'debian:6.12',
  '../outside',
  '-m 256 -device edu',
  "-append 'a b",
  'driver',
  'edu0 models/edu.ts mask=1',
  'edu0 models/edu.ts\nedu0 models/edu.ts',
  'irq-drop nth=3 device=edu0',
  'read-late by=5ms',
  'crash WARNING',
  'crash (a+)+$',
  'allow x{1000000}  # until 2026-01-01',
  'require [',
  'continue',
  'cold',
  'allow until 9999-99-99',
  '',
];

function itemOf(random: Random): Item {
  const test = random.oneOf(['probe', 'probe', 'remove', oddText(random, 1).slice(0, 300)]);
  const path = random.oneOf([
    `info/${random.oneOf(fields)}`,
    `info/${random.oneOf(fields)}`,
    `${test}/info/${random.oneOf(fields)}`,
    `${test}/info/${random.oneOf(fields)}`,
    `${test}/run`,
    `${test}/setup`,
    `${test}/data/${oddText(random, 1)}`,
    oddText(random),
    'driver/Kbuild',
    'models/edu.ts',
  ]);
  const what = random.oneOf<Item['what']>([
    'text',
    'text',
    'text',
    'text',
    'text',
    'program',
    'link',
    'pipe',
    'unreadable',
    'directory',
  ]);
  const line = (): string => (random.below(3) === 0 ? oddText(random) : random.oneOf(values));
  const text = Array.from({ length: 1 + random.below(random.below(20) === 0 ? 2000 : 4) }, line).join(
    random.oneOf(['\n', '\n', '\r\n', ' ']),
  );
  return { path, what, text: spoilt(random, Buffer.from(text)).toString('latin1') };
}

function complaintOf(items: readonly Item[]): string | undefined {
  const suite: Tree = { probe: { run: executable() } };
  for (const item of items) put(suite, item);
  const parsed = parseSuiteAt('/work/edu', memoryLookUp({ work: { edu: suite }, outside: { secret: 'x' } }), (one) => {
    for (const { qemuArgs } of [one, ...one.tests]) refuseUserArguments(qemuArgs);
    return [...parseSuiteSpecs(one).problems, ...deviceProblems(one)];
  });
  const said =
    parsed.kind === 'problems'
      ? parsed.problems.map((problem) => problemText(problem, '/work'))
      : problemsOfPlan(parsed.suite);
  const odd = said.find(
    (text) => /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/.test(text) || text.includes('Internal error'),
  );
  if (odd !== undefined) return `a problem that a terminal would obey: ${JSON.stringify(odd).slice(0, 1000)}`;
  return parsed.kind === 'problems' && said.length === 0 ? 'a suite that is wrong, and nothing is said' : undefined;
}

function problemsOfPlan(suite: Parameters<typeof request>[0][number]): readonly string[] {
  const build = buildPlan(request([suite]));
  return build.kind === 'plan' ? [] : build.problems.map(formatPlanProblem);
}

interface Tree {
  [name: string]: Sketch;
}

function put(suite: Tree, { path, what, text }: Item): void {
  const names = path
    .split('/')
    .map((name) => name.slice(0, 255))
    .filter((name) => !['', '.', '..', '__proto__'].includes(name) && !name.includes('\0'));
  const last = names.pop();
  if (last === undefined) return;
  let at: Tree = suite;
  for (const name of names) {
    const below = Object.hasOwn(at, name) ? at[name] : undefined;
    if (below === undefined) at = at[name] = {};
    else if (isTree(below)) at = below;
    else return;
  }
  if (!Object.hasOwn(at, last)) at[last] = sketchOf(what, text);
}

function isTree(sketch: Sketch): sketch is Tree {
  return typeof sketch === 'object' && Object.getPrototypeOf(sketch) === Object.prototype;
}

function sketchOf(what: Item['what'], text: string): Sketch {
  switch (what) {
    case 'text':
      return Buffer.from(text, 'latin1');
    case 'program':
      return executable(text);
    case 'link':
      return symlink(text.split('\n')[0] ?? '');
    case 'pipe':
      return pipe;
    case 'unreadable':
      return unreadable;
    case 'directory':
      return {};
  }
}
