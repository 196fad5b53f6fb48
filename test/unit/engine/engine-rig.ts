import { mkdirSync, writeFileSync } from 'node:fs';
import type { AcceleratorChoice } from '../../../src/engine/accelerator.ts';
import { FailureLimit } from '../../../src/engine/failure-limit.ts';
import { FindingLocator } from '../../../src/engine/finding-locator.ts';
import { localJudge } from '../../../src/engine/judging/judge-question.ts';
import type { Judge } from '../../../src/engine/judging/judge.ts';
import { KernelForms } from '../../../src/engine/kernel-forms.ts';
import { KeptTemplates } from '../../../src/engine/kept-templates.ts';
import { KvmTrials } from '../../../src/engine/kvm-trials.ts';
import { type LaterPlan, laterTests } from '../../../src/engine/later-tests.ts';
import { ModelPool } from '../../../src/engine/model-pool.ts';
import { runPlan } from '../../../src/engine/run-attempt.ts';
import { runHeader } from '../../../src/engine/run-header.ts';
import { kvmLossNotes } from '../../../src/engine/kvm-loss-notes.ts';
import { RunAccelerator } from '../../../src/engine/run-accelerator.ts';
import type { RunChoices } from '../../../src/engine/run-choices.ts';
import { type Run, type RunServices, type RunSetup, RunStopped } from '../../../src/engine/run.ts';
import { recallTrials, settleAccelerator } from '../../../src/engine/settle-accelerator.ts';
import { chooseStarts } from '../../../src/engine/starts.ts';
import type { CellSupplies } from '../../../src/engine/supplies.ts';
import type { RunEvent } from '../../../src/event/event.ts';
import { defaultCompiler } from '../../../src/plan/compiler-spec.ts';
import type { KvmState } from '../../../src/host/kvm.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import type { RecordEntry } from '../../../src/record/entries.ts';
import { readRecord } from '../../../src/record/read-record.ts';
import { RecordWriter } from '../../../src/record/record-writer.ts';
import { replayRecord } from '../../../src/record/replay.ts';
import type { Results } from '../../../src/results/results.ts';
import { AssetStore } from '../../../src/provision/store/store.ts';
import type { SuiteTest } from '../../../src/suite/suite.ts';
import { suiteTest } from '../plan/plan-request.ts';
import { noLines } from './no-lines.ts';

export interface EngineRun {
  readonly plan: Plan;
  readonly supplies: ReadonlyMap<Plan['cells'][number], CellSupplies>;
  /** Where everything goes. */
  readonly outDirectory: string;
  readonly start?: 'auto' | 'clone' | 'cold';
  readonly repeat?: number;
  readonly jobs?: number;
  readonly bail?: number;
  readonly judge?: Judge;
  readonly planLater?: LaterPlan;
  readonly signal?: AbortSignal;
  /** Where templates are kept; beside the results unless it is given. */
  readonly store?: string;
  readonly templates?: RunChoices['templates'];
  /** TCG unless it is given. */
  readonly choice?: AcceleratorChoice;
  /** What is found when KVM seems to be lost. */
  readonly probe?: () => KvmState;
  readonly nowMs?: () => number;
  readonly onEvent?: (event: RunEvent) => void;
  /** What copies clones; nothing does unless it is given. */
  readonly forks?: RunServices['forks'];
}

const noForks: RunServices['forks'] = {
  for: () => undefined,
  lose: () => {
    throw new Error('there was none to lose');
  },
  release: () => undefined,
};

const tcg: AcceleratorChoice = { accelerator: 'tcg', reason: 'simulated', advice: undefined, fallsBack: false };

/** Runs a plan as a run of the program does, from the header of its record to its end. */
export async function runEngine({
  plan,
  supplies,
  outDirectory,
  start = 'auto',
  repeat = 1,
  jobs = 1,
  bail,
  judge = localJudge,
  planLater,
  signal: asked = new AbortController().signal,
  store = `${outDirectory}-store`,
  templates = 'reused',
  choice = tcg,
  probe = () => ({ kind: 'promising' }),
  nowMs = Date.now,
  onEvent = () => undefined,
  forks = noForks,
}: EngineRun): Promise<void> {
  mkdirSync(outDirectory, { recursive: true });
  const stop = new AbortController();
  const record = await RecordWriter.create(outDirectory, (reason) => stop.abort(new RunStopped(reason)));
  const signal = AbortSignal.any([asked, stop.signal]);
  const kept = { store: new AssetStore(store), signal, nowMs };
  const keptTemplates = new KeptTemplates(kept, (message) => onEvent({ kind: 'warning', message }));
  await keptTemplates.sweep();
  const choices: RunChoices = {
    accel: 'tcg',
    jobs,
    start,
    compiler: defaultCompiler,
    templates,
    repeat,
    bail,
    shuffleSeed: undefined,
    coverage: false,
    memoryDump: false,
    reproduceWith: { invocation: ['qemu-driver-test'] },
  };
  const setup: RunSetup = {
    plan,
    choices,
    supplies,
    starts: chooseStarts({ plan, supplies, start, repeat: repeat + (planLater === undefined ? 0 : 1) }),
    services: {
      modelPool: new ModelPool('no test has a model', noLines),
      judge,
      locator: new FindingLocator({ listener: onEvent, signal }, null),
      keptTemplates,
      kernelForms: new KernelForms(new AssetStore(store), onEvent),
      kvmTrials: new KvmTrials(kept),
      forks,
    },
    outDirectory,
    listener: onEvent,
    signal,
    ...(planLater === undefined
      ? {}
      : { later: laterTests({ record, listener: onEvent, choices, cwd: outDirectory }, planLater) }),
  };
  const settled = await settleAccelerator(setup, recallTrials(setup, choice));
  const { accelerator, reason: acceleratorReason } = settled.choice;
  const run: Run = {
    ...setup,
    accelerator: new RunAccelerator(settled.choice, kvmLossNotes({ plan, record, listener: onEvent }), probe),
    order: { kind: 'longest-first', durationMsOf: () => undefined },
    jobs,
    failureLimit: new FailureLimit(bail, (failures) => onEvent({ kind: 'stopping', failures })),
    record,
  };
  const host = { accelerator, acceleratorReason, cpus: 2, memoryMiB: 1000 };
  await record.append(
    runHeader({
      version: '0',
      startedAt: new Date(),
      host,
      plan,
      choices,
      shard: undefined,
      supplies,
      cwd: outDirectory,
    }),
  );
  await runPlan(run, settled.boot);
  await keptTemplates.finished();
  const { failures, isReached } = run.failureLimit;
  await record.append({ entry: 'end', durationMs: 1000, ...(isReached ? { bail: { failures } } : {}) });
  await record.close();
}

/** A test that exists on this host: its machine is simulated, but its files are copied into a folder. */
export function writtenTest(suiteDirectory: string, name: string, changes: Partial<SuiteTest> = {}): SuiteTest {
  const test = suiteTest(suiteDirectory, name, changes);
  mkdirSync(test.directory, { recursive: true });
  writeFileSync(test.run, '#!/bin/sh\n', { mode: 0o755 });
  return test;
}

/** The results of a run, replayed from its record. */
export function resultsIn(directory: string): Results {
  return replayRecord({ directory, name: 'results', unwritten: [] }).results;
}

export function entriesIn(directory: string): readonly RecordEntry[] {
  return [...readRecord({ directory, name: 'results', unwritten: [] })].map((line) => {
    if (line.kind === 'damaged') throw new Error(line.problem);
    return line.entry;
  });
}
