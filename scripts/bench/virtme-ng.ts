import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kernel } from './plan-of.ts';
import { childrenCpuMs, runProgram } from './program-run.ts';
import { median, type Spread, spreadOf } from './statistics.ts';
import type { Subject } from './subject.ts';
import { writeTrivialSuite } from './trivial-suite.ts';

/** The same command in a guest of the same kernel, by virtme-ng and by us. */
export interface BesideVirtmeNg {
  readonly version: string;
  /** The whole command `vng … -- uname -r`. */
  readonly virtmeNgMs: Spread;
  /** The whole command `run` with one test whose `run` is `uname -r`, everything warm. */
  readonly oursMs: Spread;
  readonly virtmeNgCpuMs: number;
  readonly oursCpuMs: number;
}

/**
 * Needs `vng` in PATH, and the kernel of the benchmark installed where vng looks for it: /boot and /lib/modules.
 * Undefined: there is no vng.
 */
export async function measureVirtmeNg(
  subject: Subject,
  { scratch, dist, rounds }: { readonly scratch: string; readonly dist: string; readonly rounds: number },
): Promise<BesideVirtmeNg | undefined> {
  const version = versionOfVng();
  if (version === undefined) return undefined;
  const qemu = writeQemuScript(subject, scratch);
  const suite = writeTrivialSuite(scratch, 1, 'uname -r');
  const ours = (): Promise<Sample> => runOurs(suite, scratch, dist);
  const theirs = (): Sample => runVng(subject.supplies.kernel.release, qemu);
  const samples = { ours: [] as Sample[], theirs: [] as Sample[] };
  await ours();
  theirs();
  for (let round = 1; round <= rounds; round++) {
    samples.ours.push(await ours());
    samples.theirs.push(theirs());
  }
  return {
    version,
    virtmeNgMs: spreadOf(samples.theirs.map(({ wallMs }) => wallMs)),
    oursMs: spreadOf(samples.ours.map(({ wallMs }) => wallMs)),
    virtmeNgCpuMs: median(samples.theirs.map(({ cpuMs }) => cpuMs)),
    oursCpuMs: median(samples.ours.map(({ cpuMs }) => cpuMs)),
  };
}

interface Sample {
  readonly wallMs: number;
  readonly cpuMs: number;
}

function versionOfVng(): string | undefined {
  const { error, stdout } = spawnSync('vng', ['--version'], { encoding: 'utf8' });
  return error === undefined ? /\d[\d.]*/.exec(stdout)?.[0] : undefined;
}

/** vng takes one program, and ours may start with its own dynamic linker. */
function writeQemuScript({ supplies: { qemu } }: Subject, scratch: string): string {
  const script = join(scratch, 'qemu-system-x86_64');
  const variables = Object.entries(qemu.env).map(([name, value]) => `${name}='${value}'`);
  const words = [...variables, 'exec', ...[...qemu.command, ...qemu.firmwareArgs].map((word) => `'${word}'`), '"$@"'];
  writeFileSync(script, `#!/bin/sh\n${words.join(' ')}\n`, { mode: 0o755 });
  return script;
}

/** vng wants a terminal; `script` gives it one. Without a network, with the least memory that it starts in. */
function runVng(release: string, qemu: string): Sample {
  const command = `vng --run /boot/vmlinuz-${release} --qemu ${qemu} --disable-kvm --force-9p --cpus 1 --memory 512M`;
  const begunMs = performance.now();
  const begunCpuMs = childrenCpuMs();
  const said = execFileSync('script', ['-qec', `${command} -- uname -r`, '/dev/null'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!said.includes(release)) throw new Error(`vng did not print ${release}: ${said}`);
  return { wallMs: performance.now() - begunMs, cpuMs: childrenCpuMs() - begunCpuMs };
}

async function runOurs(suite: string, scratch: string, dist: string): Promise<Sample> {
  const out = mkdtempSync(join(scratch, 'one-'));
  const choices = ['--kernel', kernel.text, '--accel', 'tcg', '--out', out];
  return await runProgram([join(dist, 'cli.mjs'), 'run', suite, ...choices]);
}
