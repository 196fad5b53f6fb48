// npm run test:kvm [-- NAME… --arch amd64|arm64 --kvm here|emulated --out DIR --limit MINUTES --write]: runs suites
// with known verdicts on KVM and on TCG, and compares them. Where KVM is usable, it runs here; otherwise in a machine
// whose processor QEMU emulates together with its virtualisation: slow, but the same code of KVM. --arch: on a host of
// this architecture, whose programs are fetched. NAME: only these trials. DIR: what is kept of all runs. The comparison
// is also appended to $GITHUB_STEP_SUMMARY, and with --write to docs/benchmarks.md. Exit status 1: something is not as
// expected.
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { architectureOf } from '../../src/architecture/architectures.ts';
import { probeKvm } from '../../src/host/kvm.ts';
import type { Accelerator } from '../../src/machine/machine-spec.ts';
import { hostsOwn } from '../../src/provision/apt/host-architecture.ts';
import { createProvisionContext } from '../../src/provision/provision-context.ts';
import { kvmHeading, withSection } from '../bench/section.ts';
import { cloneCostName, cloneCostTable, readCloneCost } from './clone-cost.ts';
import { comparisonMarkdown, comparisonText } from './comparison-table.ts';
import { type ComparedTrial, compareTrial, isAsExpected } from './comparison.ts';
import type { InsideJob } from './inside.ts';
import { readOutcome } from './read-outcomes.ts';
import { type OtherHost, provideOtherHost } from './other-host.ts';
import { type OuterArchitecture, outerArchitectures } from './outer-architectures.ts';
import { type OuterHost, runInOuterMachine } from './outer-machine.ts';
import { names, runChosen } from './run-chosen.ts';
import { type TrialPlace, trialWords } from './run-trials.ts';
import { type Trial, trials } from './trials.ts';

const nativeBootTimeoutS = 180;
/** A boot on KVM that is emulated itself takes half a minute on a quiet host. */
const insideBootTimeoutS = 600;

/** A run that only fetches and builds: its machines have no time. */
const tooShortToBootS = 1;

const root = resolve(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    arch: { type: 'string', default: hostsOwn().debian },
    kvm: { type: 'string' },
    out: { type: 'string' },
    limit: { type: 'string', default: '90' },
    write: { type: 'boolean', default: false },
  },
});
const architecture = outerArchitectures[values.arch];
/** The emulated machine is a host of another architecture than this one. */
const isOther = architecture?.name !== hostsOwn().name;
const scratch = mkdtempSync(join(tmpdir(), 'qdt-kvm-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(status));
process.exitCode = await main();

async function main(): Promise<number> {
  const unknown = positionals.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    tell(`No such trial: ${unknown.join(', ')}. The trials are ${names.join(', ')}.`);
    return 2;
  }
  if (architecture === undefined) {
    tell(`--arch ${values.arch}: expected one of ${Object.keys(outerArchitectures).join(', ')}.`);
    return 2;
  }
  const directory = values.out === undefined ? join(scratch, 'kept') : resolve(values.out);
  const places = { kvm: join(directory, 'kvm'), tcg: join(directory, 'tcg') };
  for (const place of Object.values(places)) {
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place, { recursive: true });
  }
  const isHere = isOther ? false : choosePlace();
  if (isHere === undefined) return 1;
  const wanted = positionals.length === 0 ? names : positionals;
  const chosen = trials.filter(
    ({ name, losesKvm = false, isEmulated = false }) =>
      wanted.includes(name) && !(isHere && losesKvm) && (isOther || !isEmulated),
  );
  const toRun = [...chosen.map(({ name }) => name), ...wanted.filter((name) => name === cloneCostName && !isOther)];
  // First, because it also brings everything into the store that the machine without a network needs.
  await runChosen(toRun, placeOf('tcg', places.tcg, nativeBootTimeoutS));
  const isWhole = isHere ? await runHere(toRun, places.kvm) : await runInside(architecture, toRun, places.kvm);
  const compared = chosen.map(
    (trial): ComparedTrial =>
      compareTrial(trial, { kvm: readOutcome(places.kvm, trial.name), tcg: readOutcome(places.tcg, trial.name) }),
  );
  const measured = { kvm: readCloneCost(places.kvm), tcg: readCloneCost(places.tcg) };
  const costs = cloneCostTable(measured);
  process.stdout.write(`\n${comparisonText(compared)}${costs === '' ? '' : `\n${costs}\n`}`);
  const how = isHere ? 'on this host' : 'in an emulated machine';
  const markdown = `${comparisonMarkdown(compared, how)}${costs === '' ? '' : `\n${costs}\n`}`;
  const summary = process.env['GITHUB_STEP_SUMMARY'];
  if (summary !== undefined) appendFileSync(summary, markdown);
  if (values.write) writePage(markdown);
  const isMeasured = !toRun.includes(cloneCostName) || Object.values(measured).every((cost) => cost !== undefined);
  return isWhole && isMeasured && isAsExpected(compared) ? 0 : 1;
}

function writePage(section: string): void {
  const page = join(root, 'docs/benchmarks.md');
  writeFileSync(page, withSection(readFileSync(page, 'utf8'), kvmHeading, section));
}

/** Whether KVM runs here; undefined: it was to run here, and cannot. */
function choosePlace(): boolean | undefined {
  if (values.kvm === 'emulated') return false;
  const kvm = probeKvm();
  if (kvm.kind === 'promising') return true;
  if (values.kvm === 'here') {
    tell(`${kvm.reason}. ${kvm.advice}`);
    return undefined;
  }
  tell(`${kvm.reason}: KVM runs in an emulated machine.`);
  return false;
}

/** @returns whether all of it ran */
async function runHere(chosen: readonly string[], directory: string): Promise<boolean> {
  await runChosen(chosen, placeOf('kvm', directory, nativeBootTimeoutS));
  return true;
}

async function runInside(
  architecture: OuterArchitecture,
  chosen: readonly string[],
  directory: string,
): Promise<boolean> {
  const { tell: _tell, ...place } = placeOf('kvm', directory, insideBootTimeoutS);
  const job: InsideJob = { ...place, names: chosen };
  writeFileSync(join(directory, 'job.json'), JSON.stringify(job));
  const consolePath = join(directory, 'outer-console.log');
  writeFileSync(consolePath, '');
  const host = isOther ? await prepareOtherHost(architecture, chosen) : undefined;
  const lastWord = await runInOuterMachine({
    architecture,
    host,
    script: join(import.meta.dirname, 'inside.ts'),
    directory,
    scratch,
    limitMs: Number(values.limit) * 60_000,
    onLine: (line) => {
      appendFileSync(consolePath, `${line}\n`);
      const [, said] = /^trial: (.*)/.exec(line) ?? [];
      if (said !== undefined) tell(`KVM: ${said}`);
    },
  });
  if (lastWord === 'done') return true;
  tell(`The emulated machine did not end as it should: ${lastWord}`);
  return false;
}

/** A host of another architecture, with all in its store that the trials need there, where there is no network. */
async function prepareOtherHost(architecture: OuterArchitecture, chosen: readonly string[]): Promise<OuterHost> {
  const signal = AbortSignal.timeout(Number(values.limit) * 60_000);
  const context = createProvisionContext({ progress: () => undefined, signal });
  const host = await provideOtherHost(architectureOf(architecture.name), { checkout: root, scratch }, context);
  for (const trial of trials.filter(({ name }) => chosen.includes(name))) await fetchFor(trial, host);
  return host;
}

/** @throws Error when the run had no plan, or could not fetch what it is for */
async function fetchFor(trial: Trial, host: OtherHost): Promise<void> {
  tell(`${values.arch}: fetching what ${trial.name} needs`);
  const place = placeOf('tcg', scratch, tooShortToBootS);
  const out = join(scratch, 'fetched', trial.name);
  const output = await host.runNode([place.cli, ...trialWords(trial, place, out)]);
  if (!existsSync(join(out, 'results.json'))) throw new Error(`${trial.name} could not be prepared:\n${output}`);
}

function placeOf(accelerator: Accelerator, directory: string, bootTimeoutS: number): TrialPlace {
  return {
    accelerator,
    guests: values.arch,
    cli: join(root, 'dist/cli.mjs'),
    root,
    directory,
    scratch: join(scratch, accelerator),
    bootTimeoutS,
    tell: (line) => tell(`${accelerator.toUpperCase()}: ${line}`),
  };
}

/** Progress goes to standard error, the comparison to standard output. */
function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
