import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runWorker, type WorkerEnd } from '../../../src/host/process/worker-process.ts';
import { isAlive } from '../processes.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

async function run(
  script: string,
  changes: { readonly budgetMs?: number; readonly signal?: AbortSignal; readonly earns?: number } = {},
): Promise<{ readonly end: WorkerEnd; readonly messages: readonly unknown[] }> {
  const path = join(temporaryDirectory(), 'worker.mjs');
  writeFileSync(
    path,
    `import { readFileSync, writeSync } from 'node:fs';\nconst tell = (value) => writeSync(3, ` +
      `JSON.stringify(value) + '\\n');\n${script}`,
  );
  const messages: unknown[] = [];
  const { budgetMs = 15_000, signal = new AbortController().signal, earns = 0 } = changes;
  const end = await runWorker({
    script: path,
    input: { name: 'x' },
    env: { QDT_WORKER: 'env' },
    budgetMs,
    signal,
    onMessage: (message) => (messages.push(message), earns),
  });
  return { end, messages };
}

const forever = 'setInterval(() => undefined, 1000);';

describe('a worker', () => {
  it('gets its input and environment, and tells', async () => {
    const { end, messages } = await run(
      "tell([JSON.parse(readFileSync(0, 'utf8')), process.env.QDT_WORKER]); console.log('said');",
    );
    expect(messages).toEqual([[{ name: 'x' }, 'env']]);
    expect(end).toEqual({ kind: 'ended', exitCode: 0, output: ['said'] });
  });

  it('that hangs is killed when its time is over, with what it started', async () => {
    const { end, messages } = await run(
      `import { spawn } from 'node:child_process'; tell(spawn('sleep', ['100']).pid); ${forever}`,
      { budgetMs: 500 },
    );
    expect(end.kind).toBe('out-of-time');
    expect(isAlive(Number(messages[0]))).toBe(false);
  });

  it('gets more time for its messages', async () => {
    const { end } = await run("tell('more'); setTimeout(() => process.exit(3), 1500);", {
      budgetMs: 1_000,
      earns: 20_000,
    });
    expect(end).toMatchObject({ kind: 'ended', exitCode: 3 });
  });

  it('is killed by a cancel', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    expect((await run(forever, { signal: controller.signal })).end.kind).toBe('cancelled');
    expect((await run(forever, { signal: controller.signal })).end.kind).toBe('cancelled');
  });

  it('that dies at once leaves its output', async () => {
    const { end } = await run("throw new Error('no such thing');");
    expect(end.exitCode).toBe(1);
    expect(end.output.join('\n')).toContain('no such thing');
  });
});
