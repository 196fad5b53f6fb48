// The allowed imports of each room. Data flows in one direction: suite → plan → provision → machine → run → diagnose →
// results → report. `host` (the operating system), `bounds`, `text`, `binary` and `event` are leaves. No import, of a
// type or of a value, may lead in a circle. `code` may be imported for its values; `types` only with `import type`.
const leaves = ['bounds', 'host', 'text', 'event', 'architecture'];
const stages = [
  'suite',
  'plan',
  'provision',
  'machine',
  'device',
  'device-host',
  'calls',
  'run',
  'diagnose',
  'symbols',
  'coverage',
  'results',
];

export const rooms = {
  // The operating system; knows nothing about tests and machines.
  host: { code: ['bounds'], types: [] },
  event: { code: [], types: [] },
  // Limits for all untrusted input, in one place.
  bounds: { code: [], types: [] },
  // Makes untrusted text safe to show, and measures its width.
  text: { code: ['bounds'], types: [] },
  // What stands in executables and kernel images, read without trust in any of their sizes.
  binary: { code: [], types: [] },
  // Architectures as data: of guests, and of hosts.
  architecture: { code: [], types: [] },
  suite: { code: ['bounds', 'text'], types: ['host'] },
  plan: { code: ['architecture', 'bounds', 'text', 'suite'], types: ['device'] },
  provision: { code: ['architecture', 'bounds', 'text', 'binary', 'host', 'plan'], types: ['event'] },
  machine: { code: ['bounds', 'host'], types: ['architecture', 'plan', 'provision', 'event'] },
  // The library for device models. Users run it separately, so it depends on almost nothing.
  device: { code: ['bounds'], types: [] },
  'device-host': { code: ['bounds', 'device', 'host'], types: [] },
  // Which calls of a driver fail and how, and what the helper in the guest is told and says.
  calls: { code: ['bounds', 'device', 'text'], types: ['suite'] },
  // The requests of a guest's `hw`, answered by QEMU or by the process of the models.
  hardware: { code: ['bounds', 'machine', 'device', 'device-host', 'calls', 'host'], types: ['provision'] },
  run: {
    code: ['architecture', 'bounds', 'machine', 'device-host', 'hardware', 'calls', 'host'],
    types: ['suite', 'plan', 'provision', 'event', 'device'],
  },
  diagnose: { code: ['architecture', 'bounds', 'device'], types: ['suite', 'plan', 'run', 'machine'] },
  // Findings name places in code; debug information knows their lines.
  symbols: { code: ['architecture', 'bounds', 'binary', 'host', 'diagnose'], types: [] },
  // Which lines of a module ran, from its points and what a guest recorded.
  coverage: { code: ['bounds', 'binary', 'symbols'], types: [] },
  // The verdicts of a run, as in results.json: parsed, merged and counted.
  results: { code: ['bounds', 'device', 'text'], types: ['suite', 'plan', 'run', 'diagnose'] },
  // Evidence and verdicts, written during the run and read back as results.
  record: { code: ['bounds', 'host', 'results'], types: ['plan', 'suite', 'run', 'diagnose', 'device'] },
  // Results for people and other programs: terminal, summary, JUnit, TAP, page.
  report: { code: ['bounds', 'device', 'text', 'results'], types: ['suite', 'plan', 'run', 'diagnose', 'event'] },
  // Boots cells, makes templates, runs, judges and records every test of a plan.
  engine: { code: [...leaves, ...stages, 'record'], types: [] },
  app: { code: [...leaves, ...stages, 'record', 'report', 'engine'], types: [] },
  // Shared by the command line and the Action: options, their plan, and error messages.
  command: { code: [...leaves, 'suite', 'plan', 'provision', 'results', 'app'], types: ['engine'] },
  cli: { code: [...leaves, ...stages, 'record', 'report', 'engine', 'app', 'command'], types: [] },
  // What jobs of all CI systems share. Inputs become a command line, so that both mean the same.
  job: { code: [...leaves, ...stages, 'record', 'report', 'app', 'command'], types: [] },
  // The engine in a GitHub job.
  action: { code: [...leaves, ...stages, 'record', 'report', 'engine', 'app', 'command', 'job'], types: [] },
  // The engine in a GitLab job.
  gitlab: { code: [...leaves, ...stages, 'report', 'app', 'command', 'job'], types: [] },
};

// Only these rooms may use the operating system; all others get what they need passed in.
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

// Packages that a room may import. All are bundled; docs/decisions/ has the reason for each.
export const packages = {
  'tar-stream': ['run', 'provision'],
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
