import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rulesOf } from '../../../../src/diagnose/verdict.ts';
import { JudgeThreads } from '../../../../src/engine/judging/judge-threads.ts';
import type { JudgeJob } from '../../../../src/engine/judging/judge.ts';
import { WorkerThread } from '../../../../src/host/process/worker-thread.ts';
import { WorkerThreads } from '../../../../src/host/process/worker-threads.ts';
import type { ConsoleExpectation } from '../../../../src/suite/suite.ts';
import { panicConsole, plannedTest, type RecordChanges, runRecord } from '../../diagnose/run-records.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';

const root = join(import.meta.dirname, '../../../..');
const evil = 'a'.repeat(60);

/** The thread as it is in the sources now, not as dist/ has it. */
const built = mkdtempSync(join(tmpdir(), 'qdt-judge-'));
const program = join(built, 'judge-worker.mjs');

afterAll(() => rmSync(built, { recursive: true }));

beforeAll(() => {
  buildSync({
    entryPoints: [join(root, 'src/judge-worker.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: program,
  });
});

function jobOf(consoleText: string, changes: RecordChanges = {}): JudgeJob {
  const resultsDirectory = temporaryDirectory();
  const record = runRecord(changes);
  mkdirSync(dirname(join(resultsDirectory, record.consolePath ?? '')), { recursive: true });
  writeFileSync(join(resultsDirectory, record.consolePath ?? ''), consoleText);
  return { resultsDirectory, record, rules: rulesOf(plannedTest(changes)), bootFingerprints: [], today: '2026-11-22' };
}

function expectation(pattern: RegExp): ConsoleExpectation {
  return { kind: 'require', pattern, reason: '', until: undefined, file: '/suite/info/expect-console', line: 3 };
}

describe('judging in a thread', () => {
  it('comes to the verdict that the console asks for, read from its file', async () => {
    using judge = new JudgeThreads(program);
    expect(await judge.judge(jobOf(panicConsole, { ending: { kind: 'guest-reset' } }))).toMatchObject({
      outcome: 'crash',
      ok: false,
      findings: [{ kind: 'panic' }],
    });
    expect(await judge.judge(jobOf(''))).toMatchObject({ outcome: 'pass', ok: true });
  });

  it('reads nothing outside of the results, whatever a record names', async () => {
    using judge = new JudgeThreads(program);
    const job = jobOf('');
    const outside = join(dirname(job.resultsDirectory), 'outside.log');
    writeFileSync(outside, panicConsole);
    expect(await judge.judge({ ...job, record: { ...job.record, consolePath: '../outside.log' } })).toMatchObject({
      outcome: 'pass',
    });
  });

  it(
    'keeps the main thread free, and gives up a pattern that backtracks for ever: that test alone is an error, ' +
      'and names it',
    async () => {
      using judge = new JudgeThreads(program, { memoryMiB: 128, answerMs: 4000 });
      let ticks = 0;
      const ticking = setInterval(() => ticks++, 10);
      const stuck = judge.judge(jobOf(`${evil}!\n`, { test: { expectConsole: [expectation(/^(a+)+$/)] } }));
      const others = await Promise.all([judge.judge(jobOf('')), judge.judge(jobOf(panicConsole))]);
      expect(others.map(({ outcome }) => outcome)).toEqual(['pass', 'crash']);
      expect(await stuck).toMatchObject({
        outcome: 'error',
        ok: false,
        reason:
          'it could not be judged: /suite/info/expect-console:3: the pattern /^(a+)+$/ takes more than 4 s ' +
          "on the guest's output: use a pattern that does not backtrack",
      });
      clearInterval(ticking);
      expect(ticks).toBeGreaterThan(20);
      expect(await judge.judge(jobOf(''))).toMatchObject({ outcome: 'pass' });
    },
  );

  it('names the pattern of a title, too', async () => {
    using judge = new JudgeThreads(program, { memoryMiB: 128, answerMs: 4000 });
    const console = panicConsole.replaceAll('sysrq triggered crash', evil);
    const test = { expectation: { kind: 'crash', title: /(a+)+!$/ } } as const;
    const { outcome, reason } = await judge.judge(jobOf(console, { ending: { kind: 'guest-reset' }, test }));
    expect(outcome).toBe('error');
    expect(reason).toContain('the pattern /(a+)+!$/ of info/expect-failure takes more than 4 s');
  });
});

const limits = { memoryMiB: 32, answerMs: 20_000 };

/** A thread's program that runs `code` for each question, with `question` and `steps`. */
function scriptOf(code: string): string {
  const script = join(temporaryDirectory(), 'thread.mjs');
  const library = join(temporaryDirectory(), 'library.mjs');
  buildSync({
    entryPoints: [join(root, 'src/host/process/worker-thread.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: library,
  });
  writeFileSync(
    script,
    `import { threadId } from 'node:worker_threads';\n` +
      `import { answerQuestions } from ${JSON.stringify(library)};\nanswerQuestions((question, steps) => { ` +
      `${code} });\n`,
  );
  return script;
}

describe('a thread', () => {
  function threadThat(code: string): WorkerThread {
    return new WorkerThread(scriptOf(code), limits);
  }

  it('passes on exceptions with their stack, and answers again', async () => {
    using thread = threadThat("if (question === 1) throw new RangeError('too deep'); return question;");
    const answer = await thread.ask(1);
    expect(answer).toMatchObject({
      kind: 'failed',
      error: { message: 'too deep', stack: expect.stringContaining('thread.mjs') as unknown },
    });
    expect(await thread.ask(2)).toEqual({ kind: 'answer', value: 2 });
  });

  it('that takes all memory is ended, and the process goes on', async () => {
    using thread = threadThat('steps.at(7); const all = []; for (;;) all.push({ n: all.length });');
    expect(await thread.ask(1)).toEqual({ kind: 'out-of-memory', step: 7 });
    expect(thread.isOver).toBe(true);
  });

  it.each([
    ['process.exit(3);', 'failed'],
    ["return Symbol('not to be cloned');", 'failed'],
  ])('that does %s is a failure of its question', async (code, kind) => {
    using thread = threadThat(code);
    expect(await thread.ask(1)).toMatchObject({ kind });
  });
});

describe('threads', () => {
  const idAfterWork = 'for (const end = Date.now() + question; Date.now() < end; ); return threadId;';

  it('answer quick questions one after the other, all by one thread', async () => {
    using threads = new WorkerThreads(scriptOf(idAfterWork), limits, 60_000);
    const answers = await Promise.all(Array.from({ length: 8 }, () => threads.ask(1)));
    expect(new Set(answers.map((answer) => (answer.kind === 'answer' ? answer.value : answer))).size).toBe(1);
  });

  it('are two when a question takes long: the next one does not wait for it', async () => {
    using threads = new WorkerThreads(scriptOf(idAfterWork), limits);
    const order: number[] = [];
    const asked = [3000, 1].map((workMs) => threads.ask(workMs).then((answer) => (order.push(workMs), answer)));
    const [slow, quick] = await Promise.all(asked);
    expect(order).toEqual([1, 3000]);
    expect([slow?.kind, quick?.kind]).toEqual(['answer', 'answer']);
    expect(slow).not.toEqual(quick);
  });

  it('that were ended fail what is asked, and what waits', async () => {
    const threads = new WorkerThreads(scriptOf(idAfterWork), limits);
    const asked = [threads.ask(60_000), threads.ask(1)];
    threads[Symbol.dispose]();
    const answers = await Promise.all([...asked, threads.ask(1)]);
    expect(answers.map(({ kind }) => kind)).toEqual(['failed', 'failed', 'failed']);
  });

  it('are gone at their end, whatever they do', async () => {
    const threads = new WorkerThreads(scriptOf(idAfterWork), limits);
    const asked = [threads.ask(60_000), threads.ask(60_000)];
    await delay(1000);
    const before = ownThreads();
    await threads.end();
    expect(before - ownThreads()).toBeGreaterThanOrEqual(2);
    expect((await Promise.all(asked)).map(({ kind }) => kind)).toEqual(['failed', 'failed']);
  });
});

/** How many threads this process has. */
function ownThreads(): number {
  return readdirSync('/proc/self/task').length;
}
