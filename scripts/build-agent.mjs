// node scripts/build-agent.mjs [ARCHITECTURE…]: builds the guest's agents, with gcc 12 as in Debian 12. They are part
// of this repository, so that nobody needs a compiler who does not change them.
// node scripts/build-agent.mjs --compare [ARCHITECTURE…]: builds them elsewhere and compares. The compiler must be the
// same. The compilers of other architectures: apt-get install gcc-12-aarch64-linux-gnu gcc-12-riscv64-linux-gnu
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agentDirectory, agentName, architectures, buildAgent, recordName, recordOf } from './agent-build.mjs';

const words = process.argv.slice(2);
const named = words.filter((word) => word !== '--compare');
for (const architecture of named.length > 0 ? named : Object.keys(architectures)) {
  const shipped = join(agentDirectory, agentName(architecture));
  if (words.includes('--compare')) {
    compare(architecture, shipped);
  } else {
    buildAgent(shipped, { architecture });
    writeFileSync(join(agentDirectory, recordName(architecture)), recordOf(architecture, shipped));
  }
}

function compare(architecture, shipped) {
  const scratch = mkdtempSync(join(tmpdir(), 'qdt-agent-'));
  try {
    const built = join(scratch, agentName(architecture));
    buildAgent(built, { architecture });
    if (!readFileSync(built).equals(readFileSync(shipped))) {
      console.error(`${shipped} is not what its sources give`);
      process.exitCode = 1;
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
