import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../src/host/process/command.ts';
import { eachSideBySide, sideBySide, takeTurns } from '../../../src/provision/side-by-side.ts';
import { pidsMentioning } from '../processes.ts';

const never = new AbortController().signal;

describe('work side by side', () => {
  it('gives what each came to', async () => {
    const both: readonly [number, string] = await sideBySide(never, [
      () => Promise.resolve(1),
      () => Promise.resolve('two'),
    ]);
    expect(both).toEqual([1, 'two']);
  });

  it('ends at the first failure, which is reported, and kills the other processes', async () => {
    const mark = `qdt-mark-${process.pid}-${Date.now()}`;
    const startedMs = performance.now();
    const work = sideBySide(never, [
      (signal) => runCommand(['/bin/sh', '-c', `sleep 1000; : ${mark}`], { signal }),
      async () => {
        await runCommand(['/bin/sh', '-c', 'sleep 0.2']);
        throw new Error('the disk is full');
      },
      (signal) => runCommand(['/bin/sh', '-c', `sleep 1001; : ${mark}`], { signal }),
    ]);
    await expect(work).rejects.toThrow('the disk is full');
    expect(performance.now() - startedMs).toBeLessThan(10_000);
    expect(pidsMentioning(mark)).toEqual([]);
  });

  it('ends with the reason of a cancel', async () => {
    const cancel = new AbortController();
    const work = sideBySide(cancel.signal, [(signal) => runCommand(['sleep', '1000'], { signal })]);
    setTimeout(() => cancel.abort(new Error('cancelled by Ctrl-C')), 50);
    await expect(work).rejects.toThrow('cancelled by Ctrl-C');
  });

  it('gives turns in order, so many at a time, and a failure takes nobody its turn', async () => {
    const turns = takeTurns(2);
    const begun: number[] = [];
    let running = 0;
    let most = 0;
    const work = [0, 1, 2, 3, 4].map((item) =>
      turns(async () => {
        begun.push(item);
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running--;
        if (item === 1) throw new Error('the second');
      }),
    );
    const ended = await Promise.allSettled(work);
    expect(ended.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, true, true]);
    expect([begun, most]).toEqual([[0, 1, 2, 3, 4], 2]);
  });

  it('begins nothing of a queue once one has failed', async () => {
    const begun: number[] = [];
    const work = eachSideBySide([0, 1, 2, 3, 4, 5, 6, 7], 2, never, async (item) => {
      begun.push(item);
      await new Promise((resolve) => setTimeout(resolve, item === 0 ? 5 : 50));
      if (item === 0) throw new Error('the first');
    });
    await expect(work).rejects.toThrow('the first');
    expect(begun).toEqual([0, 1]);
  });
});
