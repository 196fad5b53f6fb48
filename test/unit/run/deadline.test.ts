import { describe, expect, it } from 'vitest';
import { atMost, pause, startDeadline } from '../../../src/run/watch/deadline.ts';

describe('startDeadline', () => {
  it('passes with the value of that moment', async () => {
    let value = 'early';
    const { passed } = startDeadline(5, () => value);
    value = 'late';
    await expect(passed).resolves.toBe('late');
  });

  it('never passes once it is cancelled', async () => {
    const deadline = startDeadline(1, () => 'passed');
    deadline.cancel();
    await expect(Promise.race([deadline.passed, soon()])).resolves.toBe('nothing');
  });

  it('never passes when it is cancelled by what arrived while this process was busy', async () => {
    const deadline = startDeadline(1, () => 'passed');
    setImmediate(deadline.cancel);
    const busyUntilMs = performance.now() + 20;
    while (performance.now() < busyUntilMs);
    await expect(Promise.race([deadline.passed, soon()])).resolves.toBe('nothing');
  });

  it('does not pass at once when it exceeds the longest timer', async () => {
    const deadline = startDeadline(365 * 24 * 60 * 60 * 1000, () => 'passed');
    await expect(Promise.race([deadline.passed, soon()])).resolves.toBe('nothing');
    deadline.cancel();
  });
});

describe('atMost', () => {
  it('distinguishes settled from late promises', async () => {
    await expect(atMost(Promise.resolve(), 60_000)).resolves.toBe('settled');
    await expect(atMost(new Promise(() => undefined), 5)).resolves.toBe('late');
  });

  it('fails as the promise does', async () => {
    await expect(atMost(Promise.reject(new Error('no')), 60_000)).rejects.toThrow('no');
  });
});

async function soon(): Promise<'nothing'> {
  await pause(50);
  return 'nothing';
}
