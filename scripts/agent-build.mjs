// How the guest's agent is built from guest/agent/*.c: without a C library, and so that the same sources give the same
// bytes with the same compiler.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const agentDirectory = new URL('../guest/agent/', import.meta.url).pathname;

/** An agent for each architecture: its compiler, as in Debian 12, and flags that only this one knows. */
export const architectures = {
  x86_64: { compiler: 'gcc-12', flags: ['-mgeneral-regs-only', '-fcf-protection=none'] },
  aarch64: { compiler: 'aarch64-linux-gnu-gcc-12', flags: ['-mgeneral-regs-only', '-mbranch-protection=none'] },
  riscv64: { compiler: 'riscv64-linux-gnu-gcc-12', flags: ['-mno-relax', '-Wl,--no-relax'] },
};

export function agentName(architecture) {
  return `agent-${architecture}`;
}

/** What an agent was built from, beside it: the digests of its sources, and its own. */
export function recordName(architecture) {
  return `${agentName(architecture)}.sha256`;
}

// With -mgeneral-regs-only: no registers that the kernel would have to save.
const flags = [
  '-std=gnu11',
  '-Os',
  '-Wall',
  '-Wextra',
  '-Werror',
  '-ffreestanding',
  // The compiler would write memcpy() in terms of memcpy().
  '-fno-tree-loop-distribute-patterns',
  '-fno-stack-protector',
  '-fno-asynchronous-unwind-tables',
  '-fno-pic',
  '-ffunction-sections',
  '-fdata-sections',
  '-nostdlib',
  '-static',
  '-no-pie',
  '-s',
  ...['--build-id=none', '--gc-sections', '-z,noexecstack', '-z,norelro', '-z,noseparate-code'].map(
    (flag) => `-Wl,${flag}`,
  ),
];

/** Names of the sources, in the order in which they are compiled. */
export function sourceNames() {
  return readdirSync(agentDirectory)
    .filter((name) => /\.[ch]$/.test(name))
    .sort();
}

/** Builds the agent; a test builds it without some sources, and with others instead, because it is no guest. */
export function buildAgent(
  output,
  { architecture = 'x86_64', compiler = architectures[architecture].compiler, without = [], instead = [] } = {},
) {
  const sources = sourceNames().filter((name) => name.endsWith('.c') && !without.includes(name));
  const command = [...flags, ...architectures[architecture].flags, '-I.', ...sources, ...instead, '-o', output];
  execFileSync(compiler, command, { cwd: agentDirectory, stdio: ['ignore', 'inherit', 'inherit'] });
}

/** The record of an agent that was just built, in the format of sha256sum. */
export function recordOf(architecture, agent) {
  return [...sourceNames().map((name) => [name, join(agentDirectory, name)]), [agentName(architecture), agent]]
    .map(([name, path]) => `${createHash('sha256').update(readFileSync(path)).digest('hex')}  ${name}\n`)
    .join('');
}
