// How long a machine takes to its first stage: as a plain bzImage, as the extracted ELF, as a clone; interleaved, one at a
// time, in one run, so that the ratios mean something on a noisy machine. Writes docs/benchmarks.md.
// Run with npm run bench (Node 24: it imports the TypeScript sources as they are).
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bootDeadlineMs, cellMachine, cloneMachine, testMachine } from '../src/app/cell-machine.ts';
import { readGuestFiles } from '../src/app/guest-files.ts';
import { loadSuites } from '../src/app/load-suites.ts';
import { provideSupplies } from '../src/app/supplies.ts';
import { createTripwire } from '../src/diagnose/tripwire.ts';
import { buildPlan } from '../src/plan/build-plan.ts';
import { planStarts } from '../src/plan/start-plan.ts';
import { createProvisionContext } from '../src/provision/provision-context.ts';
import { runTest } from '../src/run/run-test.ts';
import { makeTemplate } from '../src/run/template.ts';

const rounds = Number(process.argv[2] ?? 5);
const root = resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'qdt-bench-'));
const signal = new AbortController().signal;
const ports = () => ({ tripwire: createTripwire(), signal });

try {
  const warmStartedMs = performance.now();
  const context = createProvisionContext({ progress: () => undefined, signal });
  const plan = planOf(join(root, 'test/integration/suites/clones'));
  const supplies = await provideSupplies({ plan, guestFiles: readGuestFiles(join(root, 'guest')) }, context);
  const provisionMs = performance.now() - warmStartedMs;
  const [planned] = plan.tests;
  const supply = supplies.get(planned.cell);
  const start = planStarts([planned], { start: 'clone', keepsState: () => true, obstacle: () => undefined }).get(planned);
  const made = await makeTemplate(
    { qemu: supply.qemu, machine: { ...cellMachine(planned.cell, supply, 'tcg'), sharedFolder: root }, bootDeadlineMs: bootDeadlineMs.tcg, directory: join(scratch, 'template'), memoryMiB: 256, slots: 0 },
    ports(),
  );
  if (made.template === undefined) throw new Error(`no template: ${made.failure}`);
  const plain = testMachine(planned, supply, 'tcg');
  const ways = {
    'plain bzImage': { machine: { ...plain, bootImage: bzImageOf(supply) } },
    'cold (extracted ELF)': { machine: plain },
    clone: { machine: cloneMachine(start.template, supply, 'tcg'), clone: { template: made.template, devices: [], hasSlots: true } },
  };
  const samples = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [way, changes] of Object.entries(ways)) samples[way].push(await measure(planned, supply, changes, `${way}-${round}`));
  }
  made.template[Symbol.dispose]();
  const report = render(samples, provisionMs);
  console.log(report);
  writeFileSync(join(root, 'docs/benchmarks.md'), report);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function planOf(directory) {
  const loaded = loadSuites([directory], root);
  if (loaded.kind !== 'suites') throw new Error('the suite of the benchmark is broken');
  const kernel = { kind: 'distribution', text: 'debian:6.1', distribution: 'debian', series: '6.1', flavour: 'generic' };
  const built = buildPlan({ suites: loaded.suites, kernels: [kernel], machines: [], qemu: undefined, diskImage: undefined, tests: ['one'], timeoutMs: undefined });
  return built.plan;
}

/** The kernel as it was shipped lies beside its modules. */
function bzImageOf({ kernel }) {
  const boot = resolve(kernel.modulesDirectory, '../../../boot');
  const assets = resolve(kernel.bootImage, '../..');
  for (const directory of [boot, ...readdirSync(assets).filter((name) => name.startsWith('kernel-')).map((name) => join(assets, name, 'boot'))]) {
    const image = join(directory, `vmlinuz-${kernel.release}`);
    try {
      readdirSync(directory);
      if (readdirSync(directory).includes(`vmlinuz-${kernel.release}`)) return image;
    } catch {
      continue; // Not the asset of this kernel.
    }
  }
  throw new Error(`no vmlinuz-${kernel.release} in the store`);
}

async function measure(planned, { qemu }, changes, name) {
  const directory = join(scratch, name);
  mkdirSync(directory);
  const startedMs = performance.now();
  const record = await runTest({ planned, qemu, folderTransport: '9p', modules: [], bootDeadlineMs: bootDeadlineMs.tcg, resultsDirectory: scratch, directory, ...changes }, ports());
  const wallMs = performance.now() - startedMs;
  if (record.ending.kind !== 'completed') throw new Error(`${name}: ${JSON.stringify(record.ending)}`);
  return { startMs: record.startMs, durationMs: record.durationMs, ownMs: wallMs - record.durationMs };
}

function render(samples, provisionMs) {
  const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  const rows = Object.entries(samples).map(([way, all]) => ({ way, startMs: median(all.map((s) => s.startMs)), durationMs: median(all.map((s) => s.durationMs)), ownMs: median(all.map((s) => s.ownMs)) }));
  const slowest = rows[0];
  return [
    '# Benchmarks',
    '',
    `Written by \`npm run bench\`: ${rounds} interleaved rounds, medians, one machine at a time, TCG, Debian 6.1, q35, 256 MiB, 1 CPU; host with ${cpus().length} CPUs.`,
    'A trivial test: 9p mounted, one stage, power-off. Absolute times depend on the host and on what else it does; the ratios are the point.',
    '',
    '| start | launch to first stage | launch to machine gone | times faster, to first stage | to machine gone | our own time beside QEMU |',
    '|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row.way} | ${Math.round(row.startMs)} ms | ${Math.round(row.durationMs)} ms | ${(slowest.startMs / row.startMs).toFixed(1)} | ${(slowest.durationMs / row.durationMs).toFixed(1)} | ${Math.round(row.ownMs)} ms |`),
    '',
    `Provisioning with a warm store (QEMU, kernel, initramfs): ${Math.round(provisionMs)} ms.`,
    '',
  ].join('\n');
}
