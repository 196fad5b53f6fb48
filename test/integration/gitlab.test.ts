import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createForge, createProject, type FinishedPipeline, type Project, signalProgram } from './gitlab-pipeline.ts';

const local = 'local: templates/driver-test.yml';
/** A console that ends the section in which the log shows it, and one that names an attachment. */
const forgeries =
  "#!/bin/sh\nprintf '\\033[0Ksection_end:1:qemu_driver_test_2\\r\\033[0K" +
  "\\033[0Ksection_start:1:forged\\r\\033[0Kforged\\n' " +
  '>/dev/kmsg\necho "[[ATTACHMENT|/etc/passwd]]"\nexit 1\n';
let project: Project;
let failing: FinishedPipeline;

interface Issue {
  readonly description: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

function issuesOf(pipeline: FinishedPipeline): readonly Issue[] {
  return JSON.parse(pipeline.file('qdt-gitlab/code-quality.json')) as readonly Issue[];
}

function casesOf(pipeline: FinishedPipeline): readonly string[] {
  const junit = pipeline.file('qdt-gitlab/junit.xml');
  return [...junit.matchAll(/<testcase classname="([^"]*)" name="([^"]*)"/g)]
    .map(([, className = '', name = '']) => `${className} ${name}`)
    .sort();
}

const allCases = ['crashes', 'fails', 'forges', 'passes'].map((name) => `tests ${name} [debian-6.1-default]`);

beforeAll(async () => {
  project = createProject('action');
  failing = await project.run(local, {});
});
afterAll(() => project[Symbol.dispose]());

describe('a pipeline whose driver crashes', () => {
  it('fails, and gives its outputs to later jobs', () => {
    expect(failing.exitStatus).toBe(1);
    expect(failing.outputs()).toEqual({
      DRIVER_TEST_OUTCOME: 'not-ok',
      DRIVER_TEST_TESTS: '4',
      DRIVER_TEST_OK: '1',
      DRIVER_TEST_NOT_OK: '3',
      DRIVER_TEST_RESULTS_PATH: 'qdt-results',
      DRIVER_TEST_JUNIT_PATH: 'qdt-results/junit.xml',
      DRIVER_TEST_ARTIFACT_URL: expect.stringMatching(/\/-\/jobs\/\d+\/artifacts\/browse\/qdt-results$/) as string,
      DRIVER_TEST_REPORT_URL: expect.stringMatching(/\/artifacts\/file\/qdt-results\/report\.html$/) as string,
    });
    expect(failing.hasFile('qdt-results/report.html')).toBe(true);
  });

  it('shows the crash on the line of the driver, and a failure on its run', () => {
    const shown = issuesOf(failing).map(
      ({ severity, location: { path, lines } }) => `${severity} ${path}:${lines.begin}`,
    );
    expect(shown).toEqual([
      'critical tests/driver/careless.c:14',
      'major tests/fails/run:1',
      'major tests/forges/run:1',
    ]);
  });

  it('has each test under a name of its own, with the report and the console', () => {
    expect(casesOf(failing)).toEqual(allCases);
    const attachments = [...failing.file('qdt-gitlab/junit.xml').matchAll(/\[\[ATTACHMENT\|([^\]]*)\]\]/g)];
    const paths = attachments.map(([, path]) => path ?? '');
    expect(paths).toHaveLength(3);
    for (const path of paths) expect(failing.hasFile(path)).toBe(true);
    expect(failing.file('qdt-gitlab/junit.xml')).toContain('RIP: 0010:careless_count');
  });

  it('collapses what was fetched, and each console', () => {
    // So gitlab-ci-local shows a section.
    expect(failing.output.match(/^driver-test +qemu_driver_test_\d_started/gm)).toHaveLength(4);
    expect(failing.output.match(/^driver-test +qemu_driver_test_\d took /gm)).toHaveLength(4);
  });
});

describe('a guest that writes what GitLab looks for', () => {
  it('opens and ends no section, and names no attachment', async () => {
    using hostile = createProject('action');
    hostile.write('tests/forges-sections/run', forgeries);
    const pipeline = await hostile.run(local, { tests: ['forges-sections'] });
    expect(pipeline.exitStatus).toBe(1);
    expect(pipeline.output).not.toMatch(/forged_started|section_(?:start|end):/);
    expect(pipeline.output.match(/^driver-test +qemu_driver_test_2 took /gm)).toHaveLength(1);
    expect(pipeline.file('qdt-gitlab/junit.xml')).not.toContain('[[ATTACHMENT|/etc');
  });
});

describe('a pipeline with shards', () => {
  it('has one result, as without shards', async () => {
    const sharded = await project.run(local, { parallel: 2 });
    expect(sharded.exitStatus).toBe(1);
    expect(sharded.output).toMatch(/PASS .*driver-test-shard: \[1\/2\]/);
    expect(sharded.output).toMatch(/FAIL .*driver-test-merge/);
    expect(casesOf(sharded)).toEqual(allCases);
    expect(issuesOf(sharded)).toEqual(issuesOf(failing));
    expect(sharded.outputs()).toMatchObject({ DRIVER_TEST_OUTCOME: 'not-ok', DRIVER_TEST_NOT_OK: '3' });
  });
});

describe('a job whose program is killed', () => {
  it('reports the tests that had ended, and names the others', async () => {
    using place = createProject('action');
    place.write('tests/sleeps/run', '#!/bin/sh\nsleep 50\n');
    const running = place.run(local, { jobs: 2, tests: ['passes', 'sleeps'] });
    await signalProgram(place.buildsPath('driver-test'), { signal: 'SIGKILL', recordLines: 3 });
    const pipeline = await running;
    expect(pipeline.output).toMatch(/driver-test +finished in .* FAIL 137/);
    expect(pipeline.outputs()).toMatchObject({ DRIVER_TEST_OUTCOME: 'not-ok', DRIVER_TEST_TESTS: '2' });
    expect(pipeline.file('qdt-gitlab/junit.xml')).toContain('<testcase classname="tests" name="sleeps [');
  });
});

describe('a job that is cancelled', () => {
  it('reports the tests that had ended, and says which were not run', async () => {
    using place = createProject('action');
    place.write('tests/sleeps/run', '#!/bin/sh\nsleep 50\n');
    const running = place.run(local, { jobs: 1, tests: ['passes', 'sleeps', 'fails'] });
    // GitLab's runner sends SIGTERM to the processes of the script, and waits. Each test is a line of the record.
    await signalProgram(place.buildsPath('driver-test'), { signal: 'SIGTERM', recordLines: 3 });
    const pipeline = await running;
    expect(pipeline.output).toMatch(/driver-test +finished in .* FAIL 1/);
    expect(pipeline.outputs()).toMatchObject({ DRIVER_TEST_OUTCOME: 'cancelled', DRIVER_TEST_TESTS: '3' });
    expect(casesOf(pipeline)).toHaveLength(3);
    expect(pipeline.file('qdt-gitlab/junit.xml')).toContain('message="not run: the run was cancelled"');
    expect(pipeline.hasFile('qdt-results/report.html')).toBe(true);
  });
});

describe('the component of another project', () => {
  it('is found by its version, passes with no problem in Code Quality, and keeps the history', async () => {
    using forge = createForge('1.0.0');
    using consumer = createProject('action', forge.env);
    const inputs = { tests: ['passes'], history: 'driver-history' };
    const pipeline = await consumer.run('component: $CI_SERVER_FQDN/me/qdt/driver-test@1', inputs);
    expect(pipeline.output).toContain('history: tests: 1 kernel ok; 1 run in the branch driver-history');
    expect(forge.filesIn('driver-history')).toContain('index.html');
    expect(pipeline.output).toContain('1 of 1 as expected');
    expect(pipeline.exitStatus).toBe(0);
    expect(issuesOf(pipeline)).toEqual([]);
    expect(pipeline.outputs()).toMatchObject({ DRIVER_TEST_OUTCOME: 'ok', DRIVER_TEST_OK: '1' });
  });
});

describe('a mistake', () => {
  it('of a type or a choice is refused by GitLab', async () => {
    const wrongType = await project.run(local, { timeout: 'long' });
    expect(wrongType.output).toMatch(/timeout.*number/s);
    const wrongChoice = await project.run(local, { accel: 'fast' });
    expect(wrongChoice.output).toMatch(/accel/);
    expect([wrongType.exitStatus, wrongChoice.exitStatus]).toEqual([1, 1]);
    expect(wrongChoice.hasFile('qdt-gitlab/outputs.env')).toBe(false);
  });

  it('in a value is named by the job, before anything is fetched', async () => {
    const pipeline = await project.run(local, { kernels: ['redhat:9'] });
    expect(pipeline.exitStatus).toBe(1);
    expect(pipeline.output).toContain('Input kernels: ');
    expect(pipeline.output).toMatch(/driver-test +finished in .* FAIL 2/);
    expect(pipeline.output).not.toContain('qemu_driver_test_1_started');
    expect(pipeline.outputs()).toEqual({ DRIVER_TEST_OUTCOME: 'invalid' });
  });

  it('in a suite is shown on its line', async () => {
    using broken = createProject('action');
    broken.write('tests/passes/info/timeout', 'soon\n');
    const pipeline = await broken.run(local, {});
    expect(pipeline.outputs()).toEqual({ DRIVER_TEST_OUTCOME: 'invalid' });
    const [issue] = issuesOf(pipeline);
    expect(issue?.location).toEqual({ path: 'tests/passes/info/timeout', lines: { begin: 1 } });
  });
});
