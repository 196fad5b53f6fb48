import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { type BuildbotSite, quoted, startBuildbot, until } from './buildbot-site.ts';
import { node, root } from './cli.ts';

const example = join(root, 'examples/edu');
const tests = ['identification', 'factorial', 'dma-edges'];
const allocation =
  '\tedu->in = dmam_alloc_coherent(dev, EDU_BUFFER_SIZE, &edu->in_dma, GFP_KERNEL);\n\tif (!edu->out || !edu->in)\n';
const buildMs = 240_000;
const author = 'A Developer <dev@example.org>';

it('Buildbot shows which commit broke the driver, where, and that the next one is good', async () => {
  using repository = createRepository();
  await using site = await startBuildbot({
    repository: repository.path,
    constants: {
      TOOL: `[${quoted(node)}, ${quoted(join(root, 'dist/cli.mjs'))}]`,
      KERNELS: "['debian:6.1']",
      MACHINES: "['small=-m 256 -smp 1', 'big=-m 512 -smp 2']",
    },
  });

  const bad = repository.commit('edu: allocate the buffer when it is needed', [allocation, '\tif (!edu->out)\n']);
  const [parent, ...cells] = await buildsOf(bad, site);
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

  const good = repository.commit('Revert "edu: allocate the buffer when it is needed"', [
    '\tif (!edu->out)\n',
    allocation,
  ]);
  const next = await buildsOf(good, site);
  expect(next.map(({ results, state_string: summary }) => [results, summary])).toEqual([
    [0, 'build successful'],
    [0, 'build successful 3 tests as expected'],
    [0, 'build successful 3 tests as expected'],
  ]);
  expect(site.log()).not.toContain('Traceback');
});

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
async function buildsOf(commit: Commit, site: BuildbotSite): Promise<readonly Build[]> {
  let found: readonly Build[] = [];
  await until(`three builds of ${commit.subject}`, buildMs, async () => {
    const { builds } = await site.get('builds?property=*&order=buildid', z.object({ builds: z.array(build) }));
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
    return found.length === 3 && found.every(({ complete }) => complete);
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

interface Commit {
  readonly revision: string;
  readonly subject: string;
}

interface Repository extends Disposable {
  readonly path: string;
  /** Replaces a part of the driver that is there once. */
  readonly commit: (subject: string, change: readonly [before: string, after: string]) => Commit;
}

/** A repository with a driver and some tests of it. */
function createRepository(): Repository {
  const path = mkdtempSync(join(tmpdir(), 'qdt-driver-'));
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', path, '-c', 'user.name=A Developer', '-c', 'user.email=dev@example.org', ...args], {
      encoding: 'utf8',
    });
  const record = (subject: string): Commit => {
    git('add', '.');
    git('commit', '--quiet', `--message=${subject}`);
    return { revision: git('rev-parse', 'HEAD').trim(), subject };
  };
  mkdirSync(join(path, 'tests/info'), { recursive: true });
  cpSync(join(example, 'driver'), join(path, 'driver'), { recursive: true });
  for (const part of ['setup', 'teardown', 'info', ...tests])
    cpSync(join(example, part), join(path, 'tests', part), { recursive: true });
  writeFileSync(join(path, 'tests/info/modules'), '../driver\n');
  git('init', '--quiet', '--initial-branch=main');
  record('edu: a driver and its tests');
  return {
    path,
    commit: (subject, [before, after]) => {
      const driver = join(path, 'driver/edu.c');
      const pieces = readFileSync(driver, 'utf8').split(before);
      if (pieces.length !== 2) throw new Error(`${driver}: expected once, found ${pieces.length - 1} times: ${before}`);
      writeFileSync(driver, pieces.join(after));
      return record(subject);
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}
