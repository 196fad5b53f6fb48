// node scripts/build-agent.mjs: builds the guest's agent, with gcc 12 as in Debian 12. It is part of this repository,
// so that nobody needs a compiler who does not change it.
// node scripts/build-agent.mjs --compare: builds it elsewhere and compares. The compiler must be the same.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agentDirectory, agentName, buildAgent, recordName, recordOf } from './agent-build.mjs';

const shipped = join(agentDirectory, agentName);
if (process.argv[2] === '--compare') {
  const scratch = mkdtempSync(join(tmpdir(), 'qdt-agent-'));
  try {
    const built = join(scratch, agentName);
    buildAgent(built);
    if (!readFileSync(built).equals(readFileSync(shipped))) {
      console.error(`${shipped} is not what its sources give`);
      process.exitCode = 1;
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
} else {
  buildAgent(shipped);
  writeFileSync(join(agentDirectory, recordName), recordOf(shipped));
}
