// The shipped programs were built from exactly these sources. (CI builds them again and compares the bytes.)
import { readFileSync } from 'node:fs';
import { programs, recordOf, recordPath } from './shipped-programs.mjs';

for (const program of programs) {
  if (readFileSync(recordPath(program), 'utf8') === recordOf(program)) continue;
  console.error(`${program.directory} was changed and ${program.name} not built: node scripts/build-shipped.mjs`);
  process.exitCode = 1;
}
