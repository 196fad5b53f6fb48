// The shipped agents were built from exactly these sources. (CI builds them again and compares the bytes.)
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentDirectory, agentName, architectures, recordName, recordOf } from './agent-build.mjs';

for (const architecture of Object.keys(architectures)) {
  const record = readFileSync(join(agentDirectory, recordName(architecture)), 'utf8');
  if (record === recordOf(architecture, join(agentDirectory, agentName(architecture)))) continue;
  console.error(`guest/agent was changed and not built for ${architecture}: node scripts/build-agent.mjs`);
  process.exitCode = 1;
}
