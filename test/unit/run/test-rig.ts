import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { x86_64 } from '../../../src/architecture/x86-64.ts';
import type { PlannedTest } from '../../../src/plan/plan.ts';
import type { TestJob } from '../../../src/run/agent/test-job.ts';
import type { RunPorts } from '../../../src/run/run-ports.ts';
import { readEvidence } from '../../../src/run/evidence/read-evidence.ts';
import type { EvidenceTexts, RunRecord } from '../../../src/run/evidence/run-record.ts';
import { runTest } from '../../../src/run/run-test.ts';
import type { SuiteTest } from '../../../src/suite/suite.ts';
import { fakeQemu, type Scenario } from '../../fake-qemu/scenario.ts';
import { planOf, suite, suiteTest } from '../plan/plan-request.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** Everything that one test run on the fake QEMU needs, in a directory of its own. */
export interface Rig {
  readonly root: string;
  readonly job: TestJob;
  /** Text of a file below the test's results. */
  readonly read: (path: string) => string;
}

export interface RigOptions {
  readonly scenario?: Scenario;
  readonly changes?: Partial<SuiteTest>;
  readonly job?: Partial<TestJob>;
}

/** A suite on disk with one test, `probe`, and a fake QEMU that does what the scenario says. */
export function rig({ scenario = {}, changes = {}, job = {} }: RigOptions = {}): Rig {
  const root = temporaryDirectory();
  const results = join(root, 'results');
  const directory = join(results, 'cell', 'edu', 'probe');
  return {
    root,
    job: {
      planned: plannedTest(join(root, 'edu'), changes),
      qemu: fakeQemu(scenario, root),
      machine: {
        arch: x86_64,
        accelerator: 'tcg',
        userArgs: [],
        bootImage: '/boot/vmlinux',
        initramfs: '/boot/initramfs',
        kernelParameters: [],
        moduleTree: undefined,
        diskImage: undefined,
      },
      folderTransport: '9p',
      modules: [],
      bootDeadlineMs: 60_000,
      resultsDirectory: results,
      directory,
      ...job,
    },
    read: (path) => readFileSync(join(directory, path), 'utf8'),
  };
}

/** Runs the rig's test to its end. */
export function run({ job }: Rig, ports: Partial<RunPorts> = {}): Promise<RunRecord> {
  return runTest(job, { tripwire: () => false, signal: new AbortController().signal, ...ports });
}

/** What a record left in its files. */
export function textsOf({ job }: Rig, record: RunRecord): EvidenceTexts {
  return readEvidence(job.resultsDirectory, record);
}

/** Steps of a stage that prints this and ends so. */
export function stageThatSays(text: string, exitStatus = 0): Scenario {
  return {
    at: { 'stage run': [{ agent: 'begin run' }, { say: 'log.run', text }, { agent: `end run ${exitStatus}` }] },
  };
}

function plannedTest(directory: string, changes: Partial<SuiteTest>): PlannedTest {
  const test = suiteTest(directory, 'probe', changes);
  for (const stage of [test.setup, test.run, test.teardown]) if (stage !== undefined) writeProgram(stage);
  const [planned] = planOf([{ ...suite(directory, []), tests: [test] }]).tests;
  if (planned === undefined) throw new Error('expected a plan with one test, found none');
  return planned;
}

function writeProgram(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '#!/bin/sh\n', { mode: 0o755 });
}
