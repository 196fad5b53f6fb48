import { expect, it } from 'vitest';
import { hostTime, ModelClock } from '../../../src/device/instance/model-clock.ts';
import { eventually } from '../eventually.ts';

function stopped(): ModelClock {
  return new ModelClock(hostTime, (call) => void call(), true);
}

it('calls due timers in order of time, the older of two first', () => {
  const clock = stopped();
  const calls: string[] = [];
  clock.after(20, () => void calls.push(`b at ${clock.nowUs}`));
  clock.after(10, () => void calls.push(`a at ${clock.nowUs}`));
  clock.after(20, () => void calls.push(`c at ${clock.nowUs}`));
  clock.step(19);
  expect(calls).toEqual(['a at 10']);
  clock.step(1);
  expect(calls).toEqual(['a at 10', 'b at 20', 'c at 20']);
});

it('calls timers that a call started if they are due in the same step', () => {
  const clock = stopped();
  const calls: number[] = [];
  const timer = clock.every(10, () => {
    calls.push(clock.nowUs);
    if (calls.length === 3) timer.cancel();
  });
  clock.step(100);
  expect(calls).toEqual([10, 20, 30]);
});

it('stands still until it is resumed, and then calls what waited', async () => {
  const clock = stopped();
  let calls = 0;
  clock.after(1000, () => {
    calls++;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([clock.nowUs, calls]).toEqual([0, 0]);
  clock.resume();
  await eventually(() => expect(calls).toBe(1));
  expect(clock.nowUs).toBeGreaterThanOrEqual(1000);
});

it('refuses to be stepped while it runs, times that are none, and timers without end', () => {
  const clock = stopped();
  expect(() => clock.step(-1)).toThrow('step: expected at least 0 microseconds, found -1');
  expect(() => clock.every(0, () => undefined)).toThrow('period: expected at least 1 microseconds, found 0');
  clock.resume();
  expect(() => clock.step(1)).toThrow('the clock runs; stop it before stepping it');
  clock.stop();
  for (let count = 0; count < 10_000; count++) clock.after(1, () => undefined);
  expect(() => clock.after(1, () => undefined)).toThrow(
    'expected at most 10000 running timers of the model, found another one; is a cancel() missing?',
  );
});
