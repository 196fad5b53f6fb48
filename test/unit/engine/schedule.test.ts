import { describe, expect, it } from 'vitest';
import { runScheduled, type Task } from '../../../src/engine/schedule.ts';

/** Tasks that each take so many turns of the event loop, and what was seen of them. */
class Watched {
  readonly begun: string[] = [];
  readonly ended: string[] = [];
  #running = 0;
  peak = 0;

  task(
    name: string,
    {
      kind = 'test',
      needs = [],
      turns = 1,
      fails = false,
    }: { kind?: Task['kind']; needs?: readonly Task[]; turns?: number; fails?: boolean } = {},
  ): Task {
    return {
      kind,
      needs,
      run: async () => {
        this.begun.push(name);
        this.peak = Math.max(this.peak, ++this.#running);
        for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
        this.#running--;
        this.ended.push(name);
        if (fails) throw new Error(`${name} failed`);
      },
    };
  }
}

describe('runScheduled', () => {
  it.each([
    [1, 1],
    [3, 3],
    [100, 10],
    [0, 1],
  ])('of %d at a time runs %d of ten tests at a time, all of them and in order', async (atOnce, most) => {
    const seen = new Watched();
    await runScheduled(
      Array.from({ length: 10 }, (_, index) => seen.task(String(index))),
      atOnce,
    );
    expect([seen.begun.join(''), seen.peak]).toEqual(['0123456789', most]);
  });

  it('has nothing to do without tasks', async () => {
    await expect(runScheduled([], 4)).resolves.toBeUndefined();
  });

  it('starts no task before its requirements have ended', async () => {
    const seen = new Watched();
    const boot = seen.task('boot', { kind: 'prepare', turns: 5 });
    const template = seen.task('template', { kind: 'prepare', needs: [boot], turns: 5 });
    await runScheduled([boot, template, seen.task('a', { needs: [template] }), seen.task('b', { needs: [boot] })], 4);
    expect(seen.begun).toEqual(['boot', 'template', 'b', 'a']);
    expect(seen.ended.indexOf('template')).toBeLessThan(seen.begun.length);
  });

  it('prepares the next cell while the last tests of one run, not all cells at first', async () => {
    const seen = new Watched();
    const boots = ['A', 'B', 'C'].map((cell) => seen.task(cell, { kind: 'prepare', turns: 3 }));
    const tests = boots.flatMap((boot, cell) =>
      Array.from({ length: 6 }, () => seen.task('abc'.charAt(cell), { needs: [boot] })),
    );
    await runScheduled([...boots, ...tests], 2);
    const order = seen.begun.join('');
    expect(order.indexOf('C')).toBeGreaterThan(order.indexOf('b'));
    expect(order.indexOf('C')).toBeLessThan(order.lastIndexOf('b'));
    expect(Array.from(order).sort().join('')).toBe('ABCaaaaaabbbbbbcccccc');
  });

  it('interleaves the machines of cells that are ready', async () => {
    const seen = new Watched();
    const [one, two] = ['1', '2'].map((cell) => seen.task(cell, { kind: 'prepare' }));
    if (one === undefined || two === undefined) throw new Error('no preparations');
    await runScheduled(
      [
        one,
        two,
        seen.task('a', { needs: [one] }),
        seen.task('b', { needs: [two] }),
        seen.task('c', { needs: [one] }),
        seen.task('d', { needs: [two] }),
      ],
      2,
    );
    expect(seen.begun.join('')).toBe('12abcd');
  });

  it('runs all the others when some fail, also those that needed them, and then fails as the first did', async () => {
    const seen = new Watched();
    const boot = seen.task('boot', { kind: 'prepare', fails: true });
    const tasks = [boot, seen.task('a', { needs: [boot] }), seen.task('b', { fails: true }), seen.task('c')];
    await expect(runScheduled(tasks, 1)).rejects.toThrow('b failed');
    expect([...seen.ended].sort()).toEqual(['a', 'b', 'boot', 'c']);
  });

  it('takes a failure before the first wait like any other', async () => {
    const seen = new Watched();
    const failing: Task = {
      kind: 'test',
      needs: [],
      run: () => {
        throw new Error('at once');
      },
    };
    await expect(runScheduled([failing, seen.task('a')], 2)).rejects.toThrow('at once');
    expect(seen.ended).toEqual(['a']);
  });

  it('takes tasks that wait for each other for our own bug', async () => {
    const needs: Task[] = [];
    const seen = new Watched();
    const first = seen.task('first', { needs });
    needs.push(seen.task('second', { needs: [first] }));
    await expect(runScheduled([first, ...needs], 2)).rejects.toThrow('Internal error: 2 tasks wait for each other');
  });
});
