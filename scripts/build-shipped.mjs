// node scripts/build-shipped.mjs [NAME…]: builds the programs that are part of this repository, with gcc 12 as in
// Debian 12: the guest's agents, and the fork server.
// node scripts/build-shipped.mjs --compare [NAME…]: builds them elsewhere and compares. The compiler must be the same.
// The compilers of other architectures: apt-get install gcc-12-aarch64-linux-gnu gcc-12-riscv64-linux-gnu
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, programs, recordOf, recordPath, shippedPath } from './shipped-programs.mjs';

const words = process.argv.slice(2);
const named = words.filter((word) => word !== '--compare');
for (const program of programs.filter(({ name }) => named.length === 0 || named.includes(name))) {
  if (words.includes('--compare')) {
    compare(program);
  } else {
    build(program, shippedPath(program));
    writeFileSync(recordPath(program), recordOf(program));
  }
}

function compare(program) {
  const scratch = mkdtempSync(join(tmpdir(), 'qdt-shipped-'));
  try {
    const built = join(scratch, program.name);
    build(program, built);
    if (!readFileSync(built).equals(readFileSync(shippedPath(program)))) {
      console.error(`${shippedPath(program)} is not what its sources give`);
      process.exitCode = 1;
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
