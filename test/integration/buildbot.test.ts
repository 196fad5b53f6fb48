import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { type BuildbotSite, quoted, startBuildbot, until } from './buildbot-site.ts';
import { node, root } from './cli.ts';
import { author, type Commit, createRepository, type ScratchRepository } from './scratch-repository.ts';

const example = join(root, 'examples/edu');
const tests = ['identification', 'factorial', 'dma-edges'];
const allocation =
  '\tedu->in = dmam_alloc_coherent(dev, EDU_BUFFER_SIZE, &edu->in_dma, GFP_KERNEL);\n\tif (!edu->out || !edu->in)\n';
const buildMs = 240_000;

it('Buildbot shows which commit broke the driver, where, and that the next one is good', async () => {
  using repository = createDriver();
  await using site = await startBuildbot({
    repository: repository.path,
    constants: {
      TOOL: `[${quoted(node)}, ${quoted(join(root, 'dist/cli.mjs'))}]`,
      KERNELS: "['debian:6.1']",
      MACHINES: "['small=-m 256 -smp 1', 'big=-m 512 -smp 2']",
    },
  });

  changeDriver(repository, allocation, '\tif (!edu->out)\n');
  const bad = repository.commit('edu: allocate the buffer when it is needed');
  const [parent, ...cells] = await buildsOf(bad, 3, site);
  expect(parent).toMatchObject({ builder: 'every commit', results: 2 });
  expect(cells.map(({ builder }) => builder)).toEqual(['debian-6.1 big', 'debian-6.1 small']);
  for (const cell of cells) {
    expect(cell.results).toBe(2);
    expect(cell.state_string).toMatch(/^failed tests\/dma-edges crash: BUG: .*NULL pointer.* \(driver\/edu\.c:\d+\)/);
    expect(cell.properties).toMatchObject({
      'driver-test-outcome': ['not-ok', 'driver test'],
      'driver-test-tests': [3, 'driver test'],
      'driver-test-not-ok': [1, 'driver test'],
      'driver-test-failed': [['tests/dma-edges'], 'driver test'],
    });
    const { urls, logs, state_string: summary } = await driverTestOf(cell, site);
    expect(`failed ${summary}`).toBe(cell.state_string);
    expect(Object.keys(logs)).toEqual(['stdio', 'failures', 'console of tests/dma-edges']);
    expect(logs['stdio']).toMatch(/CRASH tests\/dma-edges/);
    expect(logs['failures']).toMatch(/^CRASH tests\/dma-edges {2}debian-6\.1-\w+\n/);
    expect(logs['console of tests/dma-edges']).toContain('BUG: kernel NULL pointer dereference');
    expect(urls.map(({ name }) => name)).toEqual(['report.html']);
    const page = await fetch(urls[0]?.url ?? '');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html']);
    expect(page.headers.get('content-security-policy')).toContain('sandbox');
    expect(await page.text()).toContain('dma-edges');
    expect((await fetch(new URL('.', urls[0]?.url))).status).toBe(404);
  }

  changeDriver(repository, '\tif (!edu->out)\n', allocation);
  const good = repository.commit('Revert "edu: allocate the buffer when it is needed"');
  const next = await buildsOf(good, 3, site);
  expect(next.map(({ results, state_string: summary }) => [results, summary])).toEqual([
    [0, 'build successful'],
    [0, 'build successful 3 tests as expected'],
    [0, 'build successful 3 tests as expected'],
  ]);
  expect(site.log()).not.toContain('Traceback');
});

it('Buildbot trusts neither the results nor the exit status alone', async () => {
  using repository = createRepository();
  writeFileSync(join(repository.path, 'tool.mjs'), '');
  repository.commit('a tool that does what each commit says');
  await using site = await startBuildbot({
    repository: repository.path,
    constants: { TOOL: `[${quoted(node)}, 'tool.mjs']`, KERNELS: "['debian:6.1']", MACHINES: "['small=-m 256']" },
  });
  for (const [subject, { code, results, summary, logs }] of Object.entries(untrusted)) {
    writeFileSync(join(repository.path, 'tool.mjs'), `${toolStart}${code}\n`);
    const [, cell] = await buildsOf(repository.commit(subject), 2, site);
    if (cell === undefined) throw new Error(`no build of ${subject}`);
    expect([subject, cell.results, cell.state_string]).toEqual([subject, results, expect.stringMatching(summary)]);
    const shown = await driverTestOf(cell, site);
    const names = Object.keys(shown.logs);
    expect([subject, names]).toEqual([subject, logs.map((log) => expect.stringMatching(log) as unknown)]);
    expect([cell.state_string, shown.state_string, ...names].join('')).not.toMatch(/[<>&\x1b]/);
    expect(Object.values(shown.logs).slice(1).join('')).not.toMatch(/\x1b|\u202e|the worker's own/);
  }
  expect(site.log()).not.toContain('Traceback');
});

/** A run with one test. Its author, or the guest, is hostile. */
const toolStart = `import { mkdirSync, writeFileSync } from 'node:fs';
const out = process.argv[process.argv.indexOf('--out') + 1];
mkdirSync(out + '/cell', { recursive: true });
writeFileSync('secret', "the worker's own");
const hostile = '\\x1b[31m<img src=x onerror=alert(1)>\\x1b]0;x\\x07&\\u202e';
writeFileSync(out + '/cell/console.log', hostile + '\\n');
const finish = (exitStatus, test = {}) => {
  const full = { id: 'tests/a', cell: 'cell', outcome: 'pass', ok: true, reason: '', findings: [], notes: [], ...test };
  const results = { schema: 'qemu-driver-test/results/1', exitStatus, cells: [], tests: [full] };
  writeFileSync(out + '/results.json', JSON.stringify(results));
  process.exit(exitStatus);
};
`;

interface Case {
  /** The end of the tool. */
  readonly code: string;
  /** Of the build: 0 success, 2 failure, 4 exception. */
  readonly results: number;
  readonly summary: RegExp;
  readonly logs: readonly RegExp[];
}

const untrusted: Readonly<Record<string, Case>> = {
  'text of a guest is only text': {
    code:
      "finish(1, { id: 'tests/' + hostile, ok: false, outcome: 'fail', reason: hostile, " +
      "console: 'cell/console.log' })",
    results: 2,
    summary: /^failed tests\/‹img src=x onerror=alert\(1\)›/,
    logs: [/^stdio$/, /^failures$/, /^console of tests\/‹img/],
  },
  'a console outside the results is not read': {
    code: "finish(1, { ok: false, outcome: 'fail', reason: 'said no', console: '../secret' })",
    results: 2,
    summary: /^failed tests\/a fail: said no$/,
    logs: [/^stdio$/, /^failures$/],
  },
  'notes are warnings': {
    code: "finish(0, { notes: ['The console was cut.'] })",
    results: 0,
    summary: /1 test as expected$/,
    logs: [/^stdio$/, /^warnings \(1\)$/],
  },
  'exit status 0 needs results': {
    code: 'process.exit(0)',
    results: 4,
    summary: /^exception driver test: exit status 0, there is no results.json/,
    logs: [/^stdio$/],
  },
  'exit status 0 needs tests that are as expected': {
    code: "finish(0, { ok: false, outcome: 'crash' })",
    results: 4,
    summary: /^exception driver test: exit status 0, but tests were not as expected/,
    logs: [/^stdio$/, /^failures$/],
  },
  'a tool that is killed proves nothing': {
    code: "process.once('exit', () => process.kill(process.pid, 'SIGKILL')); finish(0)",
    results: 4,
    summary: /^exception driver test: .*, the tool was ended before its time/,
    logs: [/^stdio$/],
  },
  'results over the limit are not taken': {
    code: "writeFileSync(out + '/results.json', Buffer.alloc(65 * 1024 * 1024)); process.exit(1)",
    results: 2,
    summary: /^failed driver test: exit status 1, there is no results.json of less than 64 MiB$/,
    logs: [/^stdio$/],
  },
  'no commit is to blame when nothing could be concluded': {
    code: "finish(69, { ok: false, outcome: 'error', reason: 'no machine booted' })",
    results: 4,
    summary: /^exception tests\/a error: no machine booted$/,
    logs: [/^stdio$/, /^failures$/],
  },
  'a suite that is wrong is a failure': {
    code: "console.error('tests/info/timeout: expected seconds'); process.exit(2)",
    results: 2,
    summary: /^failed driver test: exit status 2, there is no results.json/,
    logs: [/^stdio$/],
  },
};

const build = z.object({
  buildid: z.number(),
  builderid: z.number(),
  complete: z.boolean(),
  results: z.number().nullable(),
  state_string: z.string(),
  properties: z.record(z.string(), z.tuple([z.unknown(), z.string()])),
});
type Build = z.infer<typeof build> & { readonly builder: string };

/** The complete builds whose page names this commit: that of every commit, then those of the cells by name. */
async function buildsOf(commit: Commit, count: number, site: BuildbotSite): Promise<readonly Build[]> {
  let found: readonly Build[] = [];
  await until(`${count} builds of ${commit.subject}`, buildMs, async () => {
    const { builds } = await site.get(
      `builds?property=*&order=-buildid&limit=${count}`,
      z.object({ builds: z.array(build) }),
    );
    const named: Build[] = [];
    for (const candidate of builds) {
      const { changes } = await site.get(
        `builds/${candidate.buildid}/changes`,
        z.object({ changes: z.array(z.object({ revision: z.string(), author: z.string(), comments: z.string() })) }),
      );
      // Newest first. After a bad build, the next one has the changes since the last good one.
      if (changes[0]?.revision !== commit.revision) continue;
      if (changes[0].comments !== commit.subject || changes[0].author !== author) continue;
      named.push({ ...candidate, builder: await builderName(candidate.builderid, site) });
    }
    found = [...named.filter(({ builder }) => builder === 'every commit'), ...cellsByName(named)];
    return found.length === count && found.every(({ complete }) => complete);
  });
  return found;
}

function cellsByName(builds: readonly Build[]): readonly Build[] {
  return builds
    .filter(({ builder }) => builder !== 'every commit')
    .sort((one, other) => one.builder.localeCompare(other.builder));
}

async function builderName(id: number, site: BuildbotSite): Promise<string> {
  const { builders } = await site.get(
    `builders/${id}`,
    z.object({ builders: z.array(z.object({ name: z.string() })) }),
  );
  return builders[0]?.name ?? '';
}

/** The step as the page shows it, with the text of its logs. */
async function driverTestOf({ buildid }: Build, site: BuildbotSite) {
  const step = z.object({
    stepid: z.number(),
    name: z.string(),
    state_string: z.string(),
    urls: z.array(z.object({ name: z.string(), url: z.string() })),
  });
  const { steps } = await site.get(`builds/${buildid}/steps`, z.object({ steps: z.array(step) }));
  const found = steps.find(({ name }) => name === 'driver test');
  if (found === undefined) throw new Error(`build ${buildid} has no such step`);
  const listed = z.object({ logs: z.array(z.object({ logid: z.number(), name: z.string() })) });
  const { logs } = await site.get(`steps/${found.stepid}/logs`, listed);
  const chunks = z.object({ logchunks: z.array(z.object({ content: z.string() })) });
  const texts = await Promise.all(
    logs.map(async ({ logid, name }) => {
      const { logchunks } = await site.get(`logs/${logid}/contents`, chunks);
      return [name, logchunks.map(({ content }) => content).join('')] as const;
    }),
  );
  return { ...found, logs: Object.fromEntries(texts) };
}

/** A repository with a driver and some tests of it. */
function createDriver(): ScratchRepository {
  const repository = createRepository();
  const { path } = repository;
  mkdirSync(join(path, 'tests/info'), { recursive: true });
  cpSync(join(example, 'driver'), join(path, 'driver'), { recursive: true });
  for (const part of ['setup', 'teardown', 'info', ...tests])
    cpSync(join(example, part), join(path, 'tests', part), { recursive: true });
  writeFileSync(join(path, 'tests/info/modules'), '../driver\n');
  repository.commit('edu: a driver and its tests');
  return repository;
}

/** Replaces a part of the driver that is there once. */
function changeDriver({ path }: ScratchRepository, before: string, after: string): void {
  const driver = join(path, 'driver/edu.c');
  const pieces = readFileSync(driver, 'utf8').split(before);
  if (pieces.length !== 2) throw new Error(`${driver}: expected once, found ${pieces.length - 1} times: ${before}`);
  writeFileSync(driver, pieces.join(after));
}
