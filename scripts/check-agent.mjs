// The shipped agents were built from exactly these sources. (CI builds them again and compares the bytes.)
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentDirectory, agentName, architectures, recordName, recordOf } from './agent-build.mjs';

for (const architecture of Object.keys(architectures)) {
  const agent = join(agentDirectory, agentName(architecture));
  if (readFileSync(join(agentDirectory, recordName(architecture)), 'utf8') === recordOf(architecture, agent)) continue;
  console.error(`guest/agent was changed and not built: node scripts/build-agent.mjs ${architecture}`);
  process.exitCode = 1;
}
