// The programs in this repository that are built from C: without a C library, and so that the same sources give the
// same bytes with the same compiler. Nobody needs a compiler who does not change them.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const common = [
  '-std=gnu11',
  '-Wall',
  '-Wextra',
  '-Werror',
  '-ffreestanding',
  // The compiler would write memcpy() in terms of memcpy().
  '-fno-tree-loop-distribute-patterns',
  '-fno-stack-protector',
  '-fno-asynchronous-unwind-tables',
  '-nostdlib',
  '-s',
  ...['--build-id=none', '-z,noexecstack', '-z,noseparate-code'].map((flag) => `-Wl,${flag}`),
];

// With -mgeneral-regs-only: no registers that the kernel would have to save.
const agentFlags = [
  '-Os',
  '-fno-pic',
  '-ffunction-sections',
  '-fdata-sections',
  '-static',
  '-no-pie',
  ...['--gc-sections', '-z,norelro'].map((flag) => `-Wl,${flag}`),
];

/** Each program: its file beside its sources, its compiler, as in Debian 12, and the flags that only it has. */
export const programs = [
  agent('x86_64', 'gcc-12', ['-mgeneral-regs-only', '-fcf-protection=none']),
  agent('aarch64', 'aarch64-linux-gnu-gcc-12', ['-mgeneral-regs-only', '-mbranch-protection=none']),
  agent('riscv64', 'riscv64-linux-gnu-gcc-12', ['-mno-relax', '-Wl,--no-relax']),
  {
    name: 'fork-server-x86_64.so',
    directory: new URL('../fork-server/', import.meta.url).pathname,
    compiler: 'gcc-12',
    flags: ['-O2', '-fPIC', '-shared', '-fvisibility=hidden', '-fcf-protection=none'],
  },
];

function agent(architecture, compiler, flags) {
  return {
    name: `agent-${architecture}`,
    directory: new URL('../guest/agent/', import.meta.url).pathname,
    compiler,
    flags: [...agentFlags, ...flags],
  };
}

export function programNamed(name) {
  const found = programs.find((program) => program.name === name);
  if (found === undefined) throw new Error(`there is no program ${name}`);
  return found;
}

/** Where the program is shipped. */
export function shippedPath({ directory, name }) {
  return join(directory, name);
}

/** What a program was built from, beside it: the digests of its sources, and its own. */
export function recordPath(program) {
  return `${shippedPath(program)}.sha256`;
}

/** Names of the sources, in the order in which they are compiled. */
export function sourceNames({ directory }) {
  return readdirSync(directory)
    .filter((name) => /\.[ch]$/.test(name))
    .sort();
}

/** Builds a program; a test builds the agent without some sources, and with others instead, because it is no guest. */
export function build(program, output, { compiler = program.compiler, without = [], instead = [] } = {}) {
  const sources = sourceNames(program).filter((name) => name.endsWith('.c') && !without.includes(name));
  const command = [...common, ...program.flags, '-I.', ...sources, ...instead, '-o', output];
  execFileSync(compiler, command, { cwd: program.directory, stdio: ['ignore', 'inherit', 'inherit'] });
}

/** The record of a program that was just built, in the format of sha256sum. */
export function recordOf(program) {
  return [...sourceNames(program), program.name]
    .map((name) => {
      const bytes = readFileSync(join(program.directory, name));
      return `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`;
    })
    .join('');
}
