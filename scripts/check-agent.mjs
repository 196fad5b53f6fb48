// The shipped agent was built from exactly these sources. (CI builds it again and compares the bytes.)
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentDirectory, agentName, recordName, recordOf } from './agent-build.mjs';

if (readFileSync(join(agentDirectory, recordName), 'utf8') !== recordOf(join(agentDirectory, agentName))) {
  console.error('guest/agent was changed and not built: node scripts/build-agent.mjs');
  process.exitCode = 1;
}
