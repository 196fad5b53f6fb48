// Which room may import which. Data flows one way: suite → plan → provision → machine → run → diagnose → report,
// with `host` (the operating system) and `event` (what the engine tells its listeners) as leaves.
// `code` may be imported for its values; `types` only with `import type`.
export const rooms = {
  // The suite says what it wants to see of a file tree; the host shows it.
  host: { code: ['bounds'], types: ['suite'] },
  event: { code: [], types: [] },
  // How much is taken of what comes from a guest: every reader's bounds, in one place.
  bounds: { code: [], types: [] },
  suite: { code: ['bounds'], types: [] },
  plan: { code: ['bounds', 'suite'], types: [] },
  provision: { code: ['bounds', 'host'], types: ['plan', 'event'] },
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
  symbols: { code: ['bounds', 'host', 'diagnose'], types: [] },
  // Counts of what was touched add up the same wherever it is done.
  report: { code: ['bounds', 'device'], types: ['suite', 'plan', 'run', 'diagnose', 'event'] },
  // What was seen and concluded, kept while it happens, and read back as results.
  record: { code: ['bounds', 'host', 'report'], types: ['plan', 'suite', 'run', 'diagnose', 'device'] },
  // Boots cells, makes templates, runs, judges and records every test of a plan.
  engine: {
    code: [
      'bounds',
      'host',
      'suite',
      'plan',
      'provision',
      'machine',
      'device',
      'device-host',
      'run',
      'diagnose',
      'symbols',
      'report',
      'record',
      'event',
    ],
    types: [],
  },
  app: {
    code: [
      'bounds',
      'host',
      'suite',
      'plan',
      'provision',
      'machine',
      'device',
      'device-host',
      'run',
      'diagnose',
      'symbols',
      'report',
      'record',
      'engine',
      'event',
    ],
    types: [],
  },
  cli: {
    code: ['bounds', 'app', 'engine', 'record', 'report', 'host', 'suite', 'plan', 'provision', 'diagnose', 'event'],
    types: [],
  },
  // GitHub's job around the engine: its inputs become the words of a command line, so that both mean the same.
  action: {
    code: ['bounds', 'app', 'engine', 'record', 'cli', 'report', 'host', 'suite', 'plan', 'provision', 'device'],
    types: ['diagnose', 'event'],
  },
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
  '@actions/cache': ['action'],
  '@actions/artifact': ['action'],
};
