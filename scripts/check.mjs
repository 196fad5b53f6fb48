// npm run check: all checks that do not run the code, in parallel. A passed check prints one line; the output of a
// failed one is shown at the end.
import { spawn } from 'node:child_process';

const checks = {
  layout: 'biome format . && node scripts/check-line-width.mjs',
  lint: 'eslint . --max-warnings 0',
  types: 'npm run --silent typecheck',
  imports: 'node scripts/check-imports.mjs',
  links: 'node scripts/check-links.mjs',
  spelling: 'cspell lint --no-progress --no-summary --unique',
  shipped: 'node scripts/check-shipped.mjs',
  dist: 'node scripts/check-dist.mjs',
};
const outcomes = await Promise.all(Object.entries(checks).map(([name, command]) => run(name, command)));
for (const { name, command, output } of outcomes.filter(({ isGood }) => !isGood)) {
  console.error(`\n${name}: ${command}\n${output.trimEnd()}`);
}
process.exitCode = outcomes.every(({ isGood }) => isGood) ? 0 : 1;

async function run(name, command) {
  const startedMs = performance.now();
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const status = await new Promise((resolve) => child.once('close', resolve));
  const isGood = status === 0;
  console.log(`${isGood ? '✓' : '✗'} ${name} (${((performance.now() - startedMs) / 1000).toFixed(0)} s)`);
  return { name, command, output, isGood };
}
