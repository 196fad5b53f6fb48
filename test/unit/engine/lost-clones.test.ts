import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../../src/record/entries.ts';
import type { Scenario, Step } from '../../fake-qemu/scenario.ts';
import { lossesOf, runsOf, runThree } from './three-tests.ts';

/** What happens to a QEMU that is killed from outside, as the kernel does when memory runs out. */
const killed: readonly Step[] = [{ signal: 'SIGKILL' }];

type Part = NonNullable<Scenario['asClone']>;

describe('a template whose machine is killed', () => {
  it.each<[string, Part]>([
    ['before its monitor answers', { atStart: killed }],
    ['while it boots', { boot: [{ say: 'console', text: 'Linux version 6.1\n' }, ...killed] }],
    ['before it is saved', { atMonitor: { 'migrate-set-capabilities': killed } }],
    ['when it is to be saved', { atMonitor: { migrate: killed } }],
    ['while it is saved', { atMonitor: { 'query-migrate': killed } }],
  ])('%s is lost once, and all tests boot cold with the same verdicts', async (_when, asTemplate) => {
    const { outcome, warnings } = await runThree({ asTemplate });
    expectAllCold(outcome, warnings);
  });
});

it.each<[string, Part, string]>([
  [
    'refuses to save',
    { refusedCommands: { migrate: { class: 'GenericError', desc: "State blocked by non-migratable device 'nvme'" } } },
    "QEMU refused migrate: State blocked by non-migratable device 'nvme'",
  ],
  [
    'does not know how to leave memory in place',
    {
      refusedCommands: {
        'migrate-set-capabilities': {
          class: 'GenericError',
          desc: "Parameter 'capability' does not accept value 'x-ignore-shared'",
        },
      },
    },
    "QEMU refused migrate-set-capabilities: Parameter 'capability' does not accept value 'x-ignore-shared'",
  ],
  [
    'fails to save',
    { monitor: { 'query-migrate': { return: { status: 'failed', 'error-desc': 'Input/output error' } } } },
    'QEMU could not save the machine: Input/output error',
  ],
])('a template that QEMU %s is lost once, for the reason that QEMU gives', async (_what, asTemplate, reason) => {
  const { outcome, warnings } = await runThree({ asTemplate });
  expectAllCold(outcome, warnings);
  expect(lossesOf(outcome)).toEqual([`tests boot cold instead of being cloned from the cell's machine: ${reason}`]);
});

describe('a clone whose machine is killed', () => {
  it.each<[string, Part]>([
    ['before its monitor answers', { atStart: killed }],
    ['before it is restored', { atMonitor: { 'migrate-set-capabilities': killed } }],
    ['while it is restored', { atMonitor: { 'migrate-incoming': killed } }],
    ['before its guest has said anything', { at: { session: killed } }],
  ])('%s condemns its template; the other tests boot cold at once', async (_when, asClone) => {
    const { outcome, warnings, launches } = await runThree({ asClone });
    expectAllCold(outcome, warnings);
    expect(lossesOf(outcome)).toEqual([
      "tests boot cold instead of being cloned from the cell's machine: a clone was dead: QEMU was " +
        'killed by SIGKILL',
    ]);
    // The template, one clone, three cold machines.
    expect(launches).toBe(5);
  });

  it.each<[string, Part]>([
    ['while its device is plugged', { atMonitor: { 'human-monitor-command': killed } }],
    ['while its folder is mounted', { at: { folder: killed } }],
  ])('%s condemns nothing: the test boots cold, and says why', async (_when, asClone) => {
    const { outcome, warnings } = await runThree({ asClone });
    expect(
      runsOf(outcome).map(({ verdict, record, startReason }) => [verdict.outcome, record.start, startReason]),
    ).toEqual(
      Array.from({ length: 3 }, () => ['pass', 'cold', 'the clone did not reach a stage: QEMU was killed by SIGKILL']),
    );
    expect(warnings).toEqual([]);
  });

  it.each<[string, Part]>([
    ['during a stage', { at: { 'stage run': [{ agent: 'begin run' }, ...killed] } }],
    ['while it rests', { at: { rest: [{ agent: 'done' }, ...killed] } }],
  ])('%s is judged as it ended, and not tried again', async (_when, asClone) => {
    const { outcome, launches } = await runThree({ asClone });
    expect(
      runsOf(outcome).map(({ verdict, record }) => [verdict.outcome, verdict.ok, verdict.reason, record.start]),
    ).toEqual(Array.from({ length: 3 }, () => ['error', false, 'QEMU was killed by SIGKILL', 'clone']));
    expect(launches).toBe(4);
  });
});

it('a device that QEMU refuses to plug is said of its test alone', async () => {
  const { outcome, warnings } = await runThree({
    asClone: { monitor: { 'human-monitor-command': { return: "Error: 'edu' is not a valid device model name\r\n" } } },
  });
  expect(runsOf(outcome).map(({ startReason }) => startReason)).toEqual(
    Array.from(
      { length: 3 },
      () =>
        'the clone did not reach a stage: the test agent in the guest was lost: device edu could not be plugged: ' +
        "Error: 'edu' is not a valid device model name",
    ),
  );
  expect(warnings).toEqual([]);
});

it('without any of that, all are clones and nothing is said', async () => {
  const { outcome, warnings, launches } = await runThree({});
  expect(runsOf(outcome).map(({ verdict, record }) => [verdict.outcome, record.start])).toEqual(
    Array.from({ length: 3 }, () => ['pass', 'clone']),
  );
  expect([warnings, lossesOf(outcome), launches]).toEqual([[], [], 4]);
});

function expectAllCold(outcome: readonly RecordEntry[], warnings: readonly string[]): void {
  expect(runsOf(outcome).map(({ verdict, record }) => [verdict.outcome, verdict.ok, record.start])).toEqual(
    Array.from({ length: 3 }, () => ['pass', true, 'cold']),
  );
  for (const { startReason } of runsOf(outcome)) expect(startReason).toContain("the notes of the cell's boot say why");
  const [loss, ...others] = lossesOf(outcome);
  expect(others).toEqual([]);
  expect(warnings).toEqual([`debian-6.12-default: ${loss ?? 'expected a loss, found none'}`]);
}
