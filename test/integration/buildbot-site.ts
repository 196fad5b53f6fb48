import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from './cli.ts';

/** A Buildbot master with its worker, both Debian's, on loopback. */
export interface BuildbotSite extends AsyncDisposable {
  /** The address of the page, which has the REST interface below `api/v2/`. */
  readonly url: string;
  /** What the master logged. */
  readonly log: () => string;
  readonly get: <Found>(path: string, schema: z.ZodType<Found>) => Promise<Found>;
}

export interface SiteSettings {
  readonly repository: string;
  /** Values of the names in capital letters in master.cfg, as Python. */
  readonly constants: Readonly<Record<string, string>>;
}

const integration = join(root, 'integrations/buildbot');
const startMs = 60_000;

/** Starts the example of integrations/buildbot/master.cfg, with other constants. */
export async function startBuildbot({ repository, constants }: SiteSettings): Promise<BuildbotSite> {
  const scratch = mkdtempSync(join(tmpdir(), 'qdt-buildbot-'));
  const [page, reports, pb] = [await freePort(), await freePort(), await freePort()];
  const url = `http://127.0.0.1:${page}/`;
  const env = {
    ...process.env,
    PYTHONPATH: [integration, pagePackage(scratch)].join(':'),
    PYTHONDONTWRITEBYTECODE: '1',
  };
  const master = join(scratch, 'master');
  const worker = join(scratch, 'worker');
  run('buildbot', ['create-master', '--quiet', '--relocatable', master], env);
  writeFileSync(join(master, 'worker.password'), 'between us\n');
  writeFileSync(join(master, 'admin.password'), 'mine\n');
  writeFileSync(
    join(master, 'master.cfg'),
    withConstants(readFileSync(join(integration, 'master.cfg'), 'utf8'), {
      REPOSITORY: quoted(repository),
      POLL_SECONDS: '1',
      PAGE_PORT: quoted(`tcp:${page}:interface=127.0.0.1`),
      PAGE_URL: quoted(url),
      REPORTS_PORT: quoted(`tcp:${reports}:interface=127.0.0.1`),
      REPORTS_URL: quoted(`http://127.0.0.1:${reports}/`),
      WORKER_PORT: quoted(`tcp:${pb}:interface=127.0.0.1`),
      ...constants,
    }),
  );
  run('buildbot-worker', ['create-worker', '--quiet', worker, `127.0.0.1:${pb}`, 'worker', 'between us'], process.env);
  const processes = [
    spawn('buildbot', ['start', '--nodaemon', master], { env, stdio: 'ignore' }),
    // The worker needs nothing of ours.
    spawn('buildbot-worker', ['start', '--nodaemon', worker], { env: process.env, stdio: 'ignore' }),
  ];
  const log = (): string => readFileSync(join(master, 'twistd.log'), 'utf8');
  const site: BuildbotSite = {
    url,
    log,
    get: async (path, schema) => schema.parse(await (await fetch(new URL(`api/v2/${path}`, url))).json()),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(processes.map(stop));
      rmSync(scratch, { recursive: true, force: true });
    },
  };
  try {
    await until('the worker is connected and the repository was polled', startMs, async () => {
      const { workers } = await site.get(
        'workers',
        z.object({ workers: z.array(z.object({ connected_to: z.array(z.unknown()) })) }),
      );
      return workers.some(({ connected_to: masters }) => masters.length > 0) && isPolled(log());
    });
  } catch (error) {
    const last = log().slice(-4000);
    await site[Symbol.asyncDispose]();
    throw new Error(`Buildbot did not start:\n${last}`, { cause: error });
  }
  return site;
}

/** Waits for a condition that another process brings about. A failure to find out counts as not yet. */
export async function until(what: string, limitMs: number, isTrue: () => Promise<boolean>): Promise<void> {
  const endMs = performance.now() + limitMs;
  let cause: unknown;
  while (performance.now() < endMs) {
    try {
      if (await isTrue()) return;
    } catch (error) {
      cause = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`not in ${limitMs / 1000} s: ${what}`, { cause });
}

/** Debian packages Buildbot without its page. QDT_BUILDBOT_WWW: a directory with buildbot-www and its views. */
function pagePackage(scratch: string): string {
  const given = process.env['QDT_BUILDBOT_WWW'];
  if (given !== undefined) return given;
  const directory = join(scratch, 'www');
  const views = ['base', 'grid_view', 'waterfall_view'];
  for (const view of views) {
    mkdirSync(join(directory, `empty_${view}`, 'static'), { recursive: true });
    const code = `from buildbot.www.plugin import Application\nep = Application(__package__, ${quoted(view)})\n`;
    writeFileSync(join(directory, `empty_${view}`, '__init__.py'), code);
    writeFileSync(join(directory, `empty_${view}`, 'VERSION'), '0');
    writeFileSync(join(directory, `empty_${view}`, 'static/index.html'), '');
  }
  const info = join(directory, 'empty_views-0.dist-info');
  mkdirSync(info);
  writeFileSync(join(info, 'METADATA'), 'Metadata-Version: 2.1\nName: empty-views\nVersion: 0\n');
  const entries = views.map((view) => `${view} = empty_${view}:ep\n`).join('');
  writeFileSync(join(info, 'entry_points.txt'), `[buildbot.www]\n${entries}`);
  return directory;
}

/** Replaces `NAME = …` lines; each must be there once. */
function withConstants(text: string, constants: Readonly<Record<string, string>>): string {
  return Object.entries(constants).reduce((before, [name, value]) => {
    const line = new RegExp(`^${name} = .*$`, 'gm');
    const found = before.match(line)?.length ?? 0;
    if (found !== 1) throw new Error(`master.cfg: expected ${name} once, found ${found} times`);
    return before.replace(line, () => `${name} = ${value}`);
  }, text);
}

/** A string of Python. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** Only commits after the first poll are changes. */
function isPolled(log: string): boolean {
  return log.includes('gitpoller: processing');
}

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): void {
  try {
    execFileSync(program, args, { env, stdio: 'pipe' });
  } catch (error) {
    throw new Error(`${program} is needed: apt-get install --no-install-recommends buildbot buildbot-worker`, {
      cause: error,
    });
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(timer);
}

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
