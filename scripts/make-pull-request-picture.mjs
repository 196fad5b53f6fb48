// Draws what a failing pull request looks like, from a real run of the Action:
// node scripts/make-pull-request-picture.mjs. It writes docs/images/pull-request.svg, and boots two kernels. The
// change under test has a bug on purpose.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pullRequestPicture } from './pull-request-picture.mjs';

const root = resolve(import.meta.dirname, '..');
const example = join(root, 'examples/edu');
const tests = ['identification', 'factorial', 'interrupt-msi', 'dma-edges', 'dma-round-trip'];
const driver = 'driver/edu.c';

// The pull request: a buffer that is only allocated when it is needed. The pointer to it is read too early.
const change = [
  [
    '\tedu->in = dmam_alloc_coherent(dev, EDU_BUFFER_SIZE, &edu->in_dma, GFP_KERNEL);\n\tif (!edu->out || !edu->in)\n',
    '\tif (!edu->out)\n',
  ],
  [
    '\tint ret;\n\n\t*first = canary;\n',
    [
      '\tint ret;\n\n\t/* Not every user reads. */\n\tif (!edu->in)\n',
      '\t\tedu->in = dmam_alloc_coherent(&edu->pdev->dev, EDU_BUFFER_SIZE,\n',
      '\t\t\t\t\t      &edu->in_dma, GFP_KERNEL);\n',
      '\tif (!edu->in)\n\t\treturn -ENOMEM;\n\n\t*first = canary;\n',
    ].join(''),
  ],
];

const scratch = mkdtempSync(join(tmpdir(), 'qdt-picture-'));
try {
  const workspace = join(scratch, 'work');
  checkOut(workspace);
  const diff = git(workspace, 'diff', '-U6', '--', driver);
  const { log, summary } = runAction(workspace);
  const picture = pullRequestPicture({ file: driver, diff, annotation: annotationOn(driver, log), summary });
  mkdirSync(join(root, 'docs/images'), { recursive: true });
  writeFileSync(join(root, 'docs/images/pull-request.svg'), picture);
} finally {
  rmSync(scratch, { recursive: true });
}

/** A repository with the driver and a suite beside it; the change is in the working tree. */
function checkOut(workspace) {
  mkdirSync(join(workspace, 'tests/info'), { recursive: true });
  cpSync(join(example, 'driver'), join(workspace, 'driver'), { recursive: true });
  for (const part of ['setup', 'teardown', 'info', ...tests])
    cpSync(join(example, part), join(workspace, 'tests', part), { recursive: true });
  writeFileSync(join(workspace, 'tests/info/modules'), '../driver\n');
  git(workspace, 'init', '--quiet');
  git(workspace, 'add', '.');
  const path = join(workspace, driver);
  const changed = change.reduce(replaceOnce, readFileSync(path, 'utf8'));
  writeFileSync(path, changed);
}

function replaceOnce(text, [before, after]) {
  const pieces = text.split(before);
  if (pieces.length !== 2) throw new Error(`${driver}: expected once, found ${pieces.length - 1} times:\n${before}`);
  return pieces.join(after);
}

function git(directory, ...args) {
  const { status, stdout, stderr } = spawnSync('git', ['-C', directory, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
  return stdout;
}

/** The Action's step, as a runner starts it. */
function runAction(workspace) {
  const files = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'].map((name) => [name, join(scratch, name)]);
  for (const [, path] of files) writeFileSync(path, '');
  const inputs = { suite: 'tests/', kernels: 'debian:6.1\ndebian:6.12', cache: 'false', upload: 'never' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/action/main.mjs')], {
    cwd: workspace,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...jobVariables(workspace), ...inputVariables(inputs), ...Object.fromEntries(files) },
  });
  if (status !== 1) throw new Error(`expected a step that fails, found exit status ${status}:\n${stdout}${stderr}`);
  return { log: stdout, summary: readFileSync(join(scratch, 'GITHUB_STEP_SUMMARY'), 'utf8') };
}

function jobVariables(workspace) {
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_JOB: 'drivers',
    GITHUB_ACTION_PATH: dirname(join(root, 'action.yml')),
    RUNNER_TEMP: join(scratch, 'temp'),
    QDT_STORE: process.env.QDT_STORE ?? join(homedir(), '.cache/qemu-driver-test'),
  };
}

function inputVariables(inputs) {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
}

/** The first annotation of this file: `::error file=…,line=…,title=…::message`. */
function annotationOn(file, log) {
  for (const [, properties, message] of log.matchAll(/^::error ([^\n]*?)::([^\n]*)$/gm)) {
    const found = Object.fromEntries(properties.split(',').map((pair) => pair.split(/=(.*)/s).slice(0, 2)));
    if (found.file !== undefined && decoded(found.file) === file)
      return { line: Number(found.line), title: decoded(found.title), message: decoded(message) };
  }
  throw new Error(`expected an annotation on ${file}, found none:\n${log}`);
}

function decoded(text) {
  return text
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
