// Measures how fast the diagnosis reads a console log: `node scripts/bench-diagnose.mjs [MiB]` (Node 24, which strips
// types itself). The log is a long quiet run with a kernel bug every few thousand lines.
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import './bench/bundled-text-hook.mjs';

const { createBugFinder } = await import('../src/diagnose/find-bugs.ts');
const { parseKtap } = await import('../src/diagnose/ktap/ktap-reader.ts');
const { createTripwire } = await import('../src/diagnose/tripwire.ts');

const mebibytes = Number(process.argv[2] ?? 64);
const chunkLength = 64 * 1024;
const corpus = new URL('../../shared/corpus/', import.meta.url);

const log = makeLog(mebibytes * 1024 * 1024);
report('tripwire, line by line', log, (text) => {
  const tripwire = createTripwire();
  let fired = 0;
  for (const line of text.split('\n')) if (tripwire(line)) fired += 1;
  return `fired ${fired} times`;
});
report('bug finder, in chunks of 64 KiB', log, (text) => {
  const finder = createBugFinder();
  for (let from = 0; from < text.length; from += chunkLength) finder.push(text.slice(from, from + chunkLength));
  return `${finder.end().length} bugs`;
});
report('(K)TAP parser', makeTap(mebibytes * 1024 * 1024), (text) => `${parseKtap(text).counts.pass} passed`);

function report(name, text, run) {
  const begin = performance.now();
  const result = run(text);
  const seconds = (performance.now() - begin) / 1000;
  const heap = Math.round(process.memoryUsage().heapUsed / 1024 / 1024);
  console.log(
    `${name}: ${(text.length / 1024 / 1024 / seconds).toFixed(0)} MiB/s (${seconds.toFixed(2)} s, ${result}, ` +
      `heap ${heap} MiB)`,
  );
}

function makeLog(length) {
  const quiet = readLogs('clean/') ?? [quietLines()];
  const bugs = readLogs('crash/') ?? [warning()];
  const parts = [];
  let size = 0;
  for (let index = 0; size < length; index += 1) {
    const part = index % 20 === 19 ? bugs[index % bugs.length] : quiet[index % quiet.length];
    parts.push(part.endsWith('\n') ? part : `${part}\n`);
    size += part.length;
  }
  return parts.join('');
}

/** The logs of the corpus, if it is there; of the quiet ones only the long ones, because they resemble a real run. */
function readLogs(folder) {
  try {
    const directory = new URL(folder, corpus);
    const texts = readdirSync(directory)
      .filter((name) => name.endsWith('.log'))
      .map((name) => readFileSync(new URL(name, directory), 'utf8'));
    return folder === 'clean/' ? texts.filter((text) => text.length > 20_000) : texts;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function quietLines() {
  return Array.from(
    { length: 2000 },
    (_, index) =>
      `[${(index / 100).toFixed(6).padStart(12)}] pci 0000:00:${index % 32}.0: reg 0x10: [mem 0xfebc0000-0xfebdffff]`,
  ).join('\n');
}

function warning() {
  const lines = [
    '------------[ cut here ]------------',
    'WARNING: CPU: 0 PID: 7 at drivers/misc/toy.c:12 toy_probe+0x12/0x40 [toy]',
    'Call Trace:',
    ' local_pci_probe+0x40/0x90',
    '---[ end trace 0000000000000000 ]---',
  ];
  return lines.map((line, index) => `[${(20 + index / 1000).toFixed(6).padStart(12)}] ${line}`).join('\n');
}

function makeTap(length) {
  const suite = [
    '    KTAP version 1',
    '    # Subtest: suite',
    '    1..3',
    '    ok 1 first',
    '    # something that the kernel says meanwhile',
    '    ok 2 second',
    '    ok 3 third # SKIP no device',
  ];
  const parts = [];
  let size = 0;
  for (let number = 1; size < length; number += 1) {
    const part = `${suite.join('\n')}\nok ${number} suite\n`;
    parts.push(part);
    size += part.length;
  }
  return `KTAP version 1\n1..${parts.length}\n${parts.join('')}`;
}
