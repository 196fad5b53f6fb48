import { describe, expect, it } from 'vitest';
import { runPooled } from '../../../src/app/worker-pool.ts';

describe('runPooled', () => {
  it.each([
    [1, 1],
    [3, 3],
    [100, 10],
    [0, 1],
  ])('of %d at a time runs %d of ten tasks at a time, all of them and in order', async (atOnce, most) => {
    const { tasks, started, peak } = watchedTasks(10);
    await runPooled(tasks, atOnce);
    expect([started, peak()]).toEqual([[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], most]);
  });

  it('has nothing to do without tasks', async () => {
    await expect(runPooled([], 4)).resolves.toBeUndefined();
  });

  it('runs all the others when one fails, and then fails as the first did', async () => {
    const { tasks, started } = watchedTasks(6, (index) => {
      if (index === 1 || index === 4) throw new Error(`task ${index} failed`);
    });
    await expect(runPooled(tasks, 2)).rejects.toThrow('task 1 failed');
    expect(started).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('waits for the others also when a task fails before it has begun to wait', async () => {
    const ended: number[] = [];
    const slow = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      ended.push(1);
    };
    const failing = (): Promise<void> => {
      throw new Error('at once');
    };
    await expect(runPooled([slow, failing], 2)).rejects.toThrow('at once');
    expect(ended).toEqual([1]);
  });
});

/** Tasks that each wait a turn of the event loop, and what was seen of them. */
function watchedTasks(count: number, body: (index: number) => void = () => undefined): { readonly tasks: (() => Promise<void>)[]; readonly started: number[]; readonly peak: () => number } {
  const started: number[] = [];
  let running = 0;
  let peak = 0;
  const tasks = Array.from({ length: count }, (_, index) => async (): Promise<void> => {
    started.push(index);
    peak = Math.max(peak, ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running--;
    body(index);
  });
  return { tasks, started, peak: () => peak };
}
