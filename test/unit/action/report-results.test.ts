import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { JobLog, StepWarnings } from '../../../src/action/job-log.ts';
import { readInputs } from '../../../src/action/read-inputs.ts';
import { type ReportedJob, reportResults } from '../../../src/action/report-results.ts';
import { runnerFiles, type StepHost } from '../../../src/action/step-host.ts';
import type { Results } from '../../../src/results/results.ts';
import { planOf, suite } from '../plan/plan-request.ts';
import { resultsDirectory } from '../report/html/sample-directory.ts';
import { cell, crash, results } from '../report/sample-results.ts';
import { captured } from '../../step-runner/captured.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const small = cell('debian:6.12', 'small');
const secret = 'AUTHORIZATION: basic c2VjcmV0';
/** One for all: the toolkit asks for its path once. */
const summaryFile = join(mkdtempSync(join(tmpdir(), 'qdt-summary-')), 'summary');
afterAll(() => rmSync(dirname(summaryFile), { recursive: true }));
let root: string;
let logged: string;

beforeEach(() => {
  root = temporaryDirectory();
  logged = '';
  mkdirSync(join(root, 'work/.git'), { recursive: true });
  writeFileSync(join(root, 'work/.git/config'), secret);
});

/**
 * A worker in the place of the client for artifacts: it tells what a case wants to hear, once it has looked at its
 * task.
 */
function worker(body: string): string {
  const script = join(root, 'worker.mjs');
  writeFileSync(
    script,
    `import { readFileSync, writeFileSync, writeSync } from 'node:fs';\nconst task = ` +
      `JSON.parse(readFileSync(0, 'utf8'));\nconst tell = (message) => writeSync(3, JSON.stringify(message) + ` +
      `'\\n');\n${body}\n`,
  );
  return script;
}

const succeeds =
  "if (!task.isPage) writeFileSync('task-' + task.name + '.json', JSON.stringify(task.files.map((file) => " +
  "file.slice(task.root.length + 1)))); tell({ kind: 'uploaded', id: 7, bytes: 1 });";

async function report(of: Results, script: string, files: Readonly<Record<string, string>> = {}): Promise<ReportedJob> {
  resultsDirectory(of, files, join(root, 'out'));
  const variables: Readonly<Record<string, string>> = {
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_RUN_ID: '9',
    GITHUB_EVENT_PATH: join(root, 'work'),
  };
  const variable = (name: string): string | undefined => variables[name];
  const log = new JobLog(() => 'token');
  const host: StepHost = {
    installation: {
      version: '0',
      guestDirectory: '/g',
      forkServer: '/fork-server.so',
      smokeDirectory: '/m',
      deviceHostProgram: '/d',
      judgeProgram: '/j',
      selftestDirectory: '/s',
    },
    workers: { cache: '/none', artifact: script },
    workspace: join(root, 'work'),
    inputs: {},
    services: { ACTIONS_RUNTIME_TOKEN: 't', ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/' },
    variable,
    log,
    files: runnerFiles(),
    nowMs: () => 0,
  };
  const inputs = readInputs({ INPUT_SUITE: 'tests', INPUT_UPLOAD: 'always', 'INPUT_ARTIFACT-NAME': 'drivers' });
  const cwd = process.cwd();
  process.chdir(root);
  process.env['GITHUB_OUTPUT'] = join(root, 'output');
  process.env['GITHUB_STEP_SUMMARY'] = summaryFile;
  for (const file of [join(root, 'output'), summaryFile]) writeFileSync(file, '');
  const work = async (): Promise<ReportedJob> =>
    await reportResults(
      {
        plan: planOf([suite('/work/edu', ['a'])]),
        inputs,
        results: of,
        outDirectory: join(root, 'out'),
        warnings: new StepWarnings(log),
        signal: new AbortController().signal,
      },
      host,
    );
  try {
    const { value, output } = await captured(async () => await work().finally(log.close));
    logged += output;
    return value;
  } finally {
    process.chdir(cwd);
    for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']) Reflect.deleteProperty(process.env, name);
  }
}

const oneCrash = results([small], [crash('edu/a', small.id)]);
const artifacts = `${small.id}/edu/a/artifacts`;
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const uploadedFiles = (): readonly string[] => JSON.parse(read('task-drivers.json')) as readonly string[];

describe('what a job reports', () => {
  it('has the address of the artifact once it is there, and one summary', async () => {
    expect(await report(oneCrash, worker(succeeds))).toEqual({ exitStatus: 1, pendingUpload: undefined });
    expect(readFileSync(summaryFile, 'utf8')).toContain('(https://github.com/o/r/actions/runs/9/artifacts/7)');
    expect(readFileSync(summaryFile, 'utf8').match(/## Not as expected/g)).toHaveLength(1);
    expect(read('output')).toContain('artifact-id');
  });

  it.each([
    ['that ends without a word', 'process.exit(3)'],
    ['that is refused', "tell({ kind: 'failed', reason: '403 no' })"],
  ])('does not depend on an upload %s', async (_, body) => {
    expect(await report(oneCrash, worker(body))).toEqual({ exitStatus: 1, pendingUpload: undefined });
    expect(readFileSync(summaryFile, 'utf8')).toContain('## Not as expected');
    expect(logged).toMatch(/^::error .*title=BUG%3A kernel NULL pointer dereference/m);
    expect(logged).toMatch(/^::warning title=qemu-driver-test::The results could not be uploaded as artifact drivers/m);
    expect(read('output')).toMatch(/outcome<<(\S+)\nnot-ok\n/);
  });

  it('is complete when there is nothing to upload from', async () => {
    mkdirSync(join(root, 'out'));
    const script = worker(succeeds);
    expect(await report(oneCrash, script, {})).toMatchObject({ exitStatus: 1 });
    expect(readFileSync(summaryFile, 'utf8')).not.toBe('');
  });

  it.each(['../work/.git/config', 'linked', '/etc/passwd'])(
    'shows no file of the runner that results name as a console: %s',
    async (path) => {
      mkdirSync(join(root, 'out'));
      symlinkSync('../work/.git/config', join(root, 'out/linked'));
      const named = path.startsWith('/etc') ? join(root, 'work/.git/config') : path;
      await report(results([small], [crash('edu/a', small.id, { console: named, timeline: named })]), worker(succeeds));
      for (const text of [logged, readFileSync(summaryFile, 'utf8')]) expect(text).not.toContain(secret);
      expect(uploadedFiles()).not.toContain('linked');
    },
  );
});

describe('names that a guest gave its artifacts', () => {
  it.each([
    ['100 colons', ':'.repeat(100), /^(%3A){60,70}%?3?~[0-9a-f]{16}$/],
    ['250 bytes', `${'ü'.repeat(120)}.txt`, /^ü{85,95}~[0-9a-f]{16}\.txt$/],
    ['a backslash and a line end', 'a\\b\nc', /^a%5Cb%0Ac$/],
  ])('cost nothing but the name: %s', async (_, name, expected) => {
    expect(
      (await report(oneCrash, worker(succeeds), { [`${artifacts}/${name}`]: 'odd', [`${artifacts}/plain`]: 'plain' }))
        .exitStatus,
    ).toBe(1);
    const names = uploadedFiles()
      .filter((path) => path.startsWith(artifacts))
      .map((path) => path.slice(artifacts.length + 1));
    expect(names).toContain('plain');
    expect(names.find((one) => one !== 'plain')).toMatch(expected);
    expect(readFileSync(summaryFile, 'utf8')).toContain('artifacts/7)');
  });

  it('leaves out names that are not UTF-8 or too deep, with a warning', async () => {
    const deep = `${'d'.repeat(100)}/`.repeat(12);
    mkdirSync(join(root, 'out', artifacts), { recursive: true });
    writeFileSync(Buffer.concat([Buffer.from(join(root, 'out', artifacts, '/')), Buffer.from([0xff])]), 'x');
    expect((await report(oneCrash, worker(succeeds), { [`${artifacts}/${deep}file`]: 'x' })).exitStatus).toBe(1);
    expect(uploadedFiles()).toContain('results.json');
    expect(uploadedFiles().some((path) => path.includes('ddd'))).toBe(false);
    expect(logged).toMatch(/^::warning .*its path is longer than 1024 bytes; .*its name is not UTF-8/m);
  });
});
