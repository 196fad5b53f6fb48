import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchesGlob } from '../../src/plan/select-tests.ts';
import type { Results } from '../../src/results/results.ts';
import { type Azurite, startAzurite } from '../results-service/azurite.ts';
import { readZip } from '../results-service/read-zip.ts';
import { type ResultsService, serviceVariables, startResultsService } from '../results-service/results-service.ts';
import { type FinishedStep, runActionStep } from '../step-runner/step-runner.ts';
import { type FinishedWorkflow, runWorkflow } from '../step-runner/workflow-runner.ts';
import {
  type ChecksServer,
  createWorkspace,
  filesIn,
  processesOf,
  type Push,
  pushToMain,
  startChecksServer,
  whatProcessesKnow,
  type Workspace,
} from './action-workspace.ts';
import { node, root } from './cli.ts';

/** action.yml requires node24; the npm scripts run on it, and QDT_TEST_NODE is the oldest supported version. */
const nodes = { oldest: node, node24: process.execPath };
const canary = 'canary-of-the-job';
const historyToken = 'token-for-pushing';
const inputs = { suite: 'tests', kernels: 'debian:6.1', accel: 'tcg', jobs: '2' };
let azurite: Azurite;
let service: ResultsService;
let place: Workspace;
let push: Push;
let first: FinishedStep;
const leaks: string[] = [];

function environment(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { ...serviceVariables(service), GITHUB_TOKEN: canary, ACTIONS_ID_TOKEN_REQUEST_TOKEN: canary, ...changes };
}

beforeAll(async () => {
  azurite = await startAzurite();
  service = await startResultsService(azurite);
  place = createWorkspace('action');
  // The store is empty: QEMU, kernel and headers come from the distribution's mirror.
  push = pushToMain(place);
  first = await runActionStep(place.job(nodes.oldest, environment(push.env)), {
    inputs: { ...inputs, token: historyToken, history: 'driver-history' },
    whileRunning: (child) => {
      const look = setInterval(() => {
        for (const { command, knows } of whatProcessesKnow(child.pid ?? 0))
          if (knows.includes(canary) || knows.includes('ACTIONS_RUNTIME_TOKEN=')) leaks.push(command);
      }, 100);
      child.once('close', () => clearInterval(look));
    },
  });
});
afterAll(async () => {
  await service[Symbol.asyncDispose]();
  await azurite[Symbol.asyncDispose]();
  place[Symbol.dispose]();
});

function withoutColours(output: string): string {
  return output.replace(/\x1b\[[0-9;]*m/g, '');
}

function resultsOf(step: FinishedStep): string {
  return step.outputs['results-path'] ?? '';
}

function resultsIn(step: FinishedStep): Results {
  return JSON.parse(readFileSync(join(resultsOf(step), 'results.json'), 'utf8')) as Results;
}

describe('a job whose driver crashes', () => {
  it('fails, and provides its results', () => {
    expect(first.main.exitStatus).toBe(1);
    expect(first.outputs).toMatchObject({
      outcome: 'not-ok',
      tests: '4',
      ok: '1',
      'not-ok': '3',
      'artifact-id': '1',
      'artifact-url': 'https://github.com/me/driver/actions/runs/4711/artifacts/1',
    });
    expect(existsSync(first.outputs['junit-path'] ?? '')).toBe(true);
    expect(JSON.parse(readFileSync(join(resultsOf(first), 'results.json'), 'utf8'))).toMatchObject({
      exitStatus: 1,
      totals: { tests: 4, pass: 1, fail: 2, crash: 1 },
    });
  });

  it('annotates each failure at its place, the crash first, and nothing else', () => {
    const errors = first.main.log.annotations.filter(({ level }) => level === 'error');
    expect(errors.map(({ title }) => title)).toEqual([
      'BUG: unable to handle kernel NULL pointer dereference in careless_count',
      'tests/fails failed',
      'tests/forges failed',
    ]);
    expect(errors.map(({ file, line }) => `${file ?? ''}:${line ?? ''}`)).toEqual([
      'tests/driver/careless.c:14',
      'tests/fails/run:1',
      'tests/forges/run:1',
    ]);
    expect(errors[0]?.message).toContain('Again: qemu-driver-test run tests --test tests/crashes --kernel debian:6.1');
    expect(first.main.log.dropped).toEqual([]);
    for (const { file } of errors) expect(existsSync(join(place.path, 'work', file ?? ''))).toBe(true);
  });

  it('obeys no command in the guest’s output', () => {
    const names = new Set(first.main.log.commands.map(({ name }) => name));
    expect(
      [...names].filter((name) => !['stop-commands', 'group', 'endgroup', 'error', 'warning'].includes(name)),
    ).toEqual([]);
    expect(first.main.log.isStopped).toBe(false);
    expect(first.main.log.groups.filter((name) => name.includes('forged'))).toEqual([]);
    expect(first.main.output).toContain('forged after a return');
    expect(withoutColours(first.main.output)).not.toContain('\x1b');
    expect(Math.max(...first.main.output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(4096);
  });

  it('has a summary with failures, reasons and durations, without markup from the guest', () => {
    const summary = first.summary ?? '';
    expect(summary).toMatch(/^❌ \*\*1 of 4 as expected \(1 passed\) · 1 crashed · 2 failed · /);
    expect(summary).toContain(
      '[Logs, artifacts and results of this run](https://github.com/me/driver/actions/runs/4711/artifacts/1)',
    );
    expect(summary).toMatch(
      /### \d\. `BUG: unable to handle kernel NULL pointer dereference in careless_count` \(crash\)/,
    );
    expect(summary).toMatch(/- took: (?:clone|boot) [\d.]+ m?s, run [\d.]+ m?s/);
    expect(summary).toContain('<details><summary>Last lines of the console</summary>');
    const outside = summary.replace(/^(`{3,})(?:text|sh)\n[^]*?^\1$/gm, '').replace(/(`+)[^`]+\1/g, '');
    for (const forged of ['<img', '@everyone', 'forged.example', '</details><']) expect(outside).not.toContain(forged);
  });

  it('has an artifact with everything in it', async () => {
    const files = readZip(await service.readBlob('artifact-1'));
    for (const file of [
      'results.json',
      'junit.xml',
      'debian-6.1-default/tests/crashes/console.log',
      'debian-6.1-default/tests/fails/logs/run.log',
    ])
      expect([...files.keys()]).toContain(file);
    expect(files.get('debian-6.1-default/tests/fails/logs/run.log')?.toString()).toContain(
      'the register reads 0, expected 1',
    );
  });

  it('does not leak secrets of the job', () => {
    expect([...new Set(leaks)]).toEqual([]);
    for (const file of filesIn(resultsOf(first))) expect(readFileSync(file, 'latin1')).not.toContain(canary);
    for (const secret of [canary, historyToken]) expect(first.main.output).not.toContain(secret);
  });

  it('keeps its record in a branch', () => {
    expect(first.main.log.shown).toContain('history: tests: 1 kernel fails; 1 run in the branch driver-history');
    expect(push.filesIn('driver-history')).toContain('index.html');
  });

  it('saves its downloads although tests failed', () => {
    expect(first.post.exitStatus).toBe(0);
    expect(first.post.output).toMatch(/cache: \d+ entries saved/);
    expect(service.entries.every(({ isComplete }) => isComplete)).toBe(true);
  });
});

/** actions/download-artifact, as far as the service goes: what is no archive cannot be unpacked. */
async function download(pattern: string, directory: string): Promise<void> {
  for (const { name, blob } of service.artifacts.filter(
    ({ isComplete, name: found }) =>
      isComplete && matchesGlob(pattern.replace('[0-9]', '?'), found) && /\d$/.test(found),
  )) {
    for (const [path, content] of readZip(await service.readBlob(blob))) {
      mkdirSync(dirname(join(directory, name, path)), { recursive: true });
      writeFileSync(join(directory, name, path), content);
    }
  }
}

describe('several parallel jobs on one machine, only from the cache', () => {
  let finished: FinishedWorkflow;
  let shards: readonly FinishedStep[];
  let merge: FinishedStep;
  let checks: ChecksServer;

  beforeAll(async () => {
    place.emptyToolCache();
    service.calls.length = 0;
    checks = await startChecksServer();
    const noMirror = { QDT_MIRROR_DEBIAN: 'http://127.0.0.1:9/', QDT_MIRROR_DEBIAN_SECURITY: 'http://127.0.0.1:9/' };
    const { workspace, toolCache } = place.job('', {});
    finished = await runWorkflow(
      join(root, '.github/workflows/driver-test.yml'),
      { suite: 'tests', kernels: 'debian:6.1', shards: 2 },
      {
        checkout: workspace,
        scratch: join(place.path, 'jobs'),
        node: nodes.node24,
        toolCache,
        env: environment({ ...noMirror, GITHUB_API_URL: checks.url }),
        token: canary,
        download,
      },
    );
    shards = finished.jobs.filter(({ id }) => id === 'test').flatMap(({ steps }) => steps);
    merge = finished.jobs.find(({ id }) => id === 'merge')?.steps[0] ?? first;
  });
  afterAll(() => checks[Symbol.asyncDispose]());

  it('plans a job per shard, and fails once, at the end', () => {
    expect(finished.jobs.map(({ name, result }) => `${name}: ${result}`)).toEqual([
      'plan: success',
      'debian-6.1-default-1-of-2: success',
      'debian-6.1-default-2-of-2: success',
      'merge: failure',
    ]);
    expect(finished.outputs).toEqual({ outcome: 'not-ok' });
  });

  it('gets everything from the cache and downloads nothing', () => {
    for (const { main, post } of shards) {
      expect(main.output).toMatch(
        /cache: (?:(\d+) of \1 assets restored|\d+ of \d+ assets restored, \d+ already present)/,
      );
      expect(main.output).not.toMatch(/fetched|unpacked/);
      expect(post.output).toMatch(/cache: no changes/);
    }
    expect(service.calls.map(({ method }) => method)).not.toContain('CreateCacheEntry');
  });

  it('gets from each job exactly the tests of its shard', () => {
    const testsOf = (step: FinishedStep): readonly string[] =>
      resultsIn(step).tests.map(({ id, outcome }) => `${id} ${outcome}`);
    expect(shards.map(testsOf)).toEqual([
      ['tests/crashes crash', 'tests/fails fail'],
      ['tests/forges fail', 'tests/passes pass'],
    ]);
    expect(shards.flatMap(({ main }) => main.log.annotations).filter(({ level }) => level === 'error')).toEqual([]);
    expect(shards.map(({ summary }) => summary)).toEqual(['', '']);
    expect(
      service.artifacts
        .slice(-6)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      'driver-test',
      'driver-test-part-0',
      'driver-test-part-0.html',
      'driver-test-part-1',
      'driver-test-part-1.html',
      'driver-test.html',
    ]);
    expect(processesOf(place.path)).toEqual([]);
  });

  it('has one summary, equal to that of a single job', () => {
    const withoutTimes = (text = ''): string =>
      text.replace(/(?:\d+ min )?\d+(?:\.\d+)? (?:ms|s)\b/g, 'T').replace(/artifacts\/\d+/g, 'artifacts/N');
    const upToTimings = (text: string): string => text.slice(0, text.indexOf('## '));
    expect(upToTimings(withoutTimes(merge.summary))).toBe(upToTimings(withoutTimes(first.summary)));
    for (const { id } of resultsIn(merge).tests) expect(merge.summary).toContain(id.slice('tests/'.length));
    expect(merge.summary).toContain('<details><summary>Last lines of the console</summary>');
  });

  it('has one check run with every failure on its line', () => {
    expect(checks.requests).toHaveLength(1);
    expect(checks.requests[0]).toMatchObject({
      method: 'POST',
      path: '/repos/me/driver/check-runs',
      authorization: `Bearer ${canary}`,
      body: { head_sha: 'c0ffee'.padEnd(40, '0'), conclusion: 'failure' },
    });
    expect(checks.requests[0]?.body.output.annotations.map(({ path }) => path)).toEqual([
      'tests/driver/careless.c',
      'tests/fails/run',
      'tests/forges/run',
    ]);
    expect(merge.main.log.annotations).toEqual([]);
    for (const { main } of [...shards, merge]) expect(main.output).not.toContain(canary);
  });
});

describe('results of shards', () => {
  const mergeOf = async (directory: string): Promise<FinishedStep> =>
    await runActionStep(place.job(nodes.oldest, {}), {
      inputs: { suite: 'tests', kernels: 'debian:6.1', merge: directory, 'fail-on': 'never', upload: 'never' },
    });

  it('are never green when one is missing', async () => {
    const step = await mergeOf(join(place.path, 'jobs/merge/temp/driver-test-parts/driver-test-part-1'));
    expect(step.main.exitStatus).toBe(1);
    expect(step.main.log.annotations[0]).toMatchObject({
      level: 'error',
      title: 'Results are missing',
      message: 'shard 1 of 2 (debian-6.1-default)',
    });
    expect(step.summary).toMatch(
      /^❌ \*\*Incomplete: shard 1 of 2 \(debian-6\.1-default\) missing · 1 of 2 as expected/,
    );
  });

  it('conclude nothing when all are missing', async () => {
    const step = await mergeOf(join(place.path, 'nothing'));
    expect(step.main.exitStatus).toBe(69);
    expect(step.main.log.annotations).toMatchObject([
      {
        level: 'error',
        title: 'Nothing could be concluded',
        message: expect.stringMatching(/^No results in .*nothing: no job has uploaded any\.$/) as string,
      },
    ]);
    expect(step.outputs).toEqual({ outcome: 'inconclusive' });
  });
});

describe('a job that is cancelled', () => {
  it('stops its machines in time, writes its results, and uploads them afterwards', async () => {
    using slow = createWorkspace('slow');
    const job = { ...slow.job(nodes.node24, environment()), toolCache: place.job('', {}).toolCache };
    let machines: readonly string[] = [];
    let running = 0;
    const cancelled = await runActionStep(job, {
      inputs: { ...inputs, 'artifact-name': 'cancelled: 1/2' },
      cancelWhen: () =>
        (machines = whatProcessesKnow(running)
          .map(({ command }) => command)
          .filter((command) => command.includes('qemu-system'))).length >= 2,
      whileRunning: (child) => (running = child.pid ?? 0),
    });
    expect(machines.length).toBeGreaterThanOrEqual(2);
    expect(cancelled.main.cancelledMs).toBeLessThan(7_500);
    expect(whatProcessesKnow(running)).toEqual([]);
    expect(cancelled.outputs).toMatchObject({ outcome: 'cancelled' });
    expect(existsSync(join(resultsOf(cancelled), 'results.json'))).toBe(true);
    expect(cancelled.post.exitStatus).toBe(0);
    expect(service.artifacts.slice(-2)).toMatchObject([
      { name: 'cancelled- 1-2', isComplete: true },
      { name: 'cancelled- 1-2.html', isComplete: true },
    ]);
  });
});

describe('a job whose main is killed, as when memory runs out', () => {
  it('is reported by post, with finished and unfinished tests, and uploaded', async () => {
    using killed = createWorkspace('action');
    const job = { ...killed.job(nodes.node24, environment()), toolCache: place.job('', {}).toolCache };
    let main: ChildProcess | undefined;
    const ended = /(?:PASS|FAIL|CRASH) +(tests\/\w+)/g;
    let before: readonly string[] = [];
    const step = await runActionStep(job, {
      inputs: { ...inputs, jobs: '1', 'artifact-name': 'killed' },
      cancelWhen: (output) => {
        before = [...withoutColours(output).matchAll(ended)].map(([, id]) => id ?? '');
        if (before.length > 0) main?.kill('SIGKILL');
        return false;
      },
      whileRunning: (child) => (main ??= child),
    });
    expect([step.main.exitStatus, before.length]).toEqual([null, 1]);
    expect(step.post.exitStatus).toBe(0);
    expect(step.post.output).toContain('Interrupted: ');
    expect(step.summary).toContain('not run: ');
    const { interrupted, exitStatus } = resultsIn(step);
    const notRun = interrupted?.notRun.map(({ id }) => id) ?? [];
    expect([notRun.length > 0, notRun.includes(before[0] ?? ''), exitStatus]).toEqual([true, false, 1]);
    expect(service.artifacts.at(-2)).toMatchObject({ name: 'killed', isComplete: true });
  });
});
