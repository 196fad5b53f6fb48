import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSuites, readGuestFiles } from '../../src/app/load-suites.ts';
import { bootOnce } from '../../src/engine/boot-cells.ts';
import { cacheTemplate } from '../../src/engine/cell-boots.ts';
import { FailureLimit } from '../../src/engine/failure-limit.ts';
import { FindingLocator } from '../../src/engine/finding-locator.ts';
import { localJudge } from '../../src/engine/judging/judge-question.ts';
import { KernelForms } from '../../src/engine/kernel-forms.ts';
import { KeptTemplates } from '../../src/engine/kept-templates.ts';
import { KvmTrials } from '../../src/engine/kvm-trials.ts';
import { ModelPool } from '../../src/engine/model-pool.ts';
import { runPlanned } from '../../src/engine/run-planned.ts';
import type { StartedRecord } from '../../src/engine/unstarted.ts';
import { RunAccelerator } from '../../src/engine/run-accelerator.ts';
import { type Run, suppliesOf } from '../../src/engine/run.ts';
import { provideSupplies } from '../../src/engine/supplies.ts';
import { TemplateCache } from '../../src/engine/template-cache.ts';
import { defaultCompiler } from '../../src/plan/compiler-spec.ts';
import type { PlannedTest } from '../../src/plan/plan.ts';
import type { TemplatePlan } from '../../src/plan/start-plan.ts';
import { createProvisionContext } from '../../src/provision/provision-context.ts';
import { AssetStore } from '../../src/provision/store/store.ts';
import { RecordWriter } from '../../src/record/record-writer.ts';
import type { Template } from '../../src/run/template.ts';
import { noLines } from '../unit/engine/no-lines.ts';
import { kernel, machine, planOf, qemu } from '../unit/plan/plan-request.ts';
import { root, suites } from './cli.ts';

export interface TemplateRigOptions {
  readonly suite: string;
  readonly kernel?: string;
  /** By the names that the product gives them. */
  readonly qemu?: string;
}

/** A real machine's template for the tests, which start clones from it or from modified copies. */
export interface TemplateRig extends Disposable {
  /** Boots and saves the machine. */
  readonly make: () => Promise<Template>;
  /** Runs tests one after the other as clones of this template, as a run would, and returns what was lost. */
  readonly run: (names: readonly string[], template: Template) => Promise<RigRun>;
}

export interface RigRun {
  readonly records: readonly StartedRecord[];
  readonly losses: readonly string[];
}

export async function templateRig({
  suite,
  kernel: kernelSpec = 'debian:6.1',
  qemu: qemuSpec,
}: TemplateRigOptions): Promise<TemplateRig> {
  const loaded = loadSuites([join(suites, suite)], root);
  if (loaded.kind === 'problems') throw new Error(JSON.stringify(loaded.problems));
  const plan = planOf(loaded.suites, {
    kernels: [kernel(kernelSpec)],
    machines: [machine('m=-m 256')],
    qemu: qemuSpec === undefined ? undefined : qemu(qemuSpec),
  });
  const signal = new AbortController().signal;
  const context = createProvisionContext({ progress: () => undefined, signal });
  const supplies = await provideSupplies(
    { plan, compiler: defaultCompiler, guestFiles: readGuestFiles(join(root, 'guest')) },
    context,
  );
  const outDirectory = mkdtempSync(join(tmpdir(), 'qdt-rig-'));
  const accelerator = { accelerator: 'tcg', reason: '', advice: undefined, fallsBack: false } as const;
  const listener = (): void => undefined;
  const record = await RecordWriter.create(outDirectory, () => undefined);
  const keptTemplates = new KeptTemplates(
    { ...context, store: new AssetStore(join(outDirectory, 'store')) },
    (reason) => {
      throw new Error(reason);
    },
  );
  const run: Run = {
    plan,
    choices: {
      accel: 'tcg',
      jobs: 1,
      start: 'auto',
      compiler: defaultCompiler,
      templates: 'new',
      bail: undefined,
      repeat: 1,
      shuffleSeed: 0,
      memoryDump: false,
      coverage: false,
      reproduceWith: { invocation: ['qemu-driver-test'] },
    },
    supplies,
    failureLimit: new FailureLimit(undefined, () => undefined),
    starts: new Map(),
    services: {
      modelPool: new ModelPool('no test has a model', noLines),
      judge: localJudge,
      locator: new FindingLocator({ listener, signal }),
      keptTemplates,
      kernelForms: new KernelForms(context.store, listener),
      kvmTrials: new KvmTrials(context),
      forks: { for: () => undefined, lose: () => undefined, release: () => undefined },
    },
    accelerator: new RunAccelerator(accelerator, () => undefined),
    order: { kind: 'shuffled', seed: 0 },
    jobs: 1,
    outDirectory,
    record,
    listener,
    signal,
  };
  const cell = plan.cells[0];
  if (cell === undefined) throw new Error('expected a plan with a cell, found none');
  const templatePlan: TemplatePlan = { cell, args: [], diskImage: undefined, kernelModules: [], slots: 1 };
  return {
    make: async () => {
      const made = cacheTemplate(
        await bootOnce(
          { cell, template: templatePlan, templates: 'new', directory: join(outDirectory, 'boot'), run },
          accelerator,
        ),
      );
      await keptTemplates.finished();
      if (made.kind === 'none') throw new Error(`expected a template, found none: ${made.reason}`);
      return made.template;
    },
    run: async (names, template) => {
      const losses: string[] = [];
      const templateCache = new TemplateCache([templatePlan, ...names.map(() => templatePlan)], {
        make: () => Promise.resolve({ kind: 'template', template, accelerator: 'tcg' }),
        onLoss: (_plan, reason) => losses.push(reason),
      });
      const records: StartedRecord[] = [];
      for (const name of names) {
        const planned = testNamed(plan.tests, name);
        const devices = planned.test.qemuArgs.filter((argument) => argument !== '-device');
        const boot = { outcome: 'ok', durationMs: 0, findings: [], detail: '' } as const;
        records.push(
          await runPlanned(
            { planned, test: 0, number: 1, of: 1 },
            {
              run,
              supplies: suppliesOf(run, cell),
              boots: { templateCache, of: () => boot, isWaiting: () => false, ask: () => Promise.resolve() },
              start: { kind: 'clone', template: templatePlan, devices, reason: 'by hand' },
            },
          ),
        );
      }
      return { records, losses };
    },
    [Symbol.dispose]: () => rmSync(outDirectory, { recursive: true, force: true }),
  };
}

function testNamed(tests: readonly PlannedTest[], name: string): PlannedTest {
  const found = tests.find(({ test }) => test.name === name);
  if (found === undefined) throw new Error(`expected a test ${name}, found none`);
  return found;
}
