// Which room may import which. Data flows one way: suite → plan → provision → machine → run → diagnose → record →
// results → report. `host` (the operating system), `bounds`, `text`, `binary` and `event` are leaves. No import, of a
// type or of a value, may lead in a circle. `code` may be imported for its values; `types` only with `import type`.
const leaves = ['bounds', 'host', 'text', 'event'];
const stages = [
  'suite',
  'plan',
  'provision',
  'machine',
  'device',
  'device-host',
  'run',
  'diagnose',
  'symbols',
  'results',
];

export const rooms = {
  // The operating system, without knowledge of tests and machines.
  host: { code: ['bounds'], types: [] },
  event: { code: [], types: [] },
  // How much is taken of what comes from a guest: every reader's bounds, in one place.
  bounds: { code: [], types: [] },
  // What may be shown of a text that somebody else wrote, and how wide it is.
  text: { code: ['bounds'], types: [] },
  // What stands in executables and kernel images, read without trust in any of their sizes.
  binary: { code: [], types: [] },
  suite: { code: ['bounds', 'text'], types: ['host'] },
  plan: { code: ['bounds', 'text', 'suite'], types: [] },
  provision: { code: ['bounds', 'text', 'binary', 'host', 'plan'], types: ['event'] },
  machine: { code: ['bounds', 'host'], types: ['plan', 'provision', 'event'] },
  // The library that device models are written with. Its users run it by itself, so it needs nobody.
  device: { code: ['bounds'], types: [] },
  'device-host': { code: ['bounds', 'device', 'host'], types: [] },
  // What a guest asks of its hardware: `hw`, answered by QEMU or by the process of the models.
  hardware: { code: ['bounds', 'machine', 'device', 'device-host', 'host'], types: ['provision'] },
  run: {
    code: ['bounds', 'machine', 'device-host', 'hardware', 'host'],
    types: ['suite', 'plan', 'provision', 'event', 'device'],
  },
  diagnose: { code: ['bounds', 'device'], types: ['suite', 'plan', 'run', 'machine'] },
  // Findings name places in code; debug information knows their lines.
  symbols: { code: ['bounds', 'binary', 'host', 'diagnose'], types: [] },
  // Every verdict of a run, as results.json has it: read, merged and counted.
  results: { code: ['bounds', 'device', 'text'], types: ['suite', 'plan', 'run', 'diagnose'] },
  // What was seen and concluded, kept while it happens, and read back as results.
  record: { code: ['bounds', 'host', 'results'], types: ['plan', 'suite', 'run', 'diagnose', 'device'] },
  // Results as people and other programs read them: terminal, summary, JUnit, TAP, page.
  report: { code: ['bounds', 'device', 'text', 'results'], types: ['suite', 'plan', 'run', 'diagnose', 'event'] },
  // Boots cells, makes templates, runs, judges and records every test of a plan.
  engine: { code: [...leaves, ...stages, 'record'], types: [] },
  app: { code: [...leaves, ...stages, 'record', 'report', 'engine'], types: [] },
  // What the command line and the Action share: options, the plan they ask for, and failures in words.
  command: { code: [...leaves, 'suite', 'plan', 'provision', 'results', 'app'], types: ['engine'] },
  cli: { code: [...leaves, ...stages, 'record', 'report', 'engine', 'app', 'command'], types: [] },
  // GitHub's job around the engine: its inputs become the words of a command line, so that both mean the same.
  action: { code: [...leaves, ...stages, 'record', 'report', 'engine', 'app', 'command'], types: [] },
};

// Only these rooms may touch the operating system; every other room receives what it needs.
export const systemModules = {
  'node:child_process': ['host'],
  'node:fs': ['host'],
  'node:fs/promises': ['host'],
  'node:net': ['host'],
  'node:inspector': ['host'],
  'node:worker_threads': ['host'],
  'node:os': ['host'],
  'node:http': ['host'],
};

// Packages a room may import. All of them are bundled; a reason for each stands in docs/decisions/.
export const packages = {
  'tar-stream': ['run'],
  sucrase: ['device-host'],
  // import(path): a user's model.
  '(computed)': ['device-host'],
  '@actions/core': ['action'],
  '@actions/cache': ['action'],
  '@actions/tool-cache': ['action'],
  execa: ['host'],
  'p-limit': ['provision'],
  'string-width': ['text'],
  // Other rooms write their formats with results/formats/values.ts.
  'zod/mini': ['results'],
  'zod/v4/core': ['results'],
  '@actions/artifact': ['action'],
};
