import { describe, expect, it } from 'vitest';
import {
  bootSettings,
  settingsAfterBoot,
  stallSettings,
  tuneParameter,
} from '../../../src/run/agent/stall-settings.ts';

/** By the last part of the path. */
function settings(timeoutS: number, ...parameters: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    stallSettings(timeoutS * 1000, parameters).map(({ path, value }) => [path.slice(path.lastIndexOf('/') + 1), value]),
  );
}

describe('stallSettings', () => {
  it("are the kernel's own for a test with time", () => {
    expect(settings(600)).toEqual({
      watchdog_thresh: 10,
      rcu_cpu_stall_timeout: 30,
      hung_task_timeout_secs: 120,
      hung_task_check_interval_secs: 12,
    });
  });

  it.each([20, 30, 60, 120, 300, 3600])(
    'have what stops in the first quarter of %i s reported before the deadline',
    (timeout) => {
      const {
        watchdog_thresh: watchdog = NaN,
        hung_task_timeout_secs: hungTask = NaN,
        hung_task_check_interval_secs: interval = NaN,
      } = settings(timeout);
      // A soft lockup is looked for five times in a threshold, which is twice the setting.
      expect(timeout / 4 + 2.4 * watchdog).toBeLessThan(timeout);
      expect(timeout / 4 + hungTask + 2 * interval).toBeLessThan(timeout);
    },
  );

  it('never go below what a starved guest survives', () => {
    expect(settings(1)).toEqual({
      watchdog_thresh: 4,
      rcu_cpu_stall_timeout: 12,
      hung_task_timeout_secs: 10,
      hung_task_check_interval_secs: 1,
    });
  });

  it.each([10, 40, 600])(
    'have a soft lockup reported before the RCU stall that it causes, with a timeout of %i s',
    (timeout) => {
      const { watchdog_thresh: watchdog = NaN, rcu_cpu_stall_timeout: stall = NaN } = settings(timeout);
      expect(stall).toBeGreaterThan(2.8 * watchdog);
    },
  );

  it.each([
    ['watchdog_thresh=30', 'watchdog_thresh'],
    ['quiet nosoftlockup', 'watchdog_thresh'],
    ['sysctl.kernel/watchdog_thresh=30', 'watchdog_thresh'],
    ['rcupdate.rcu_cpu_stall_timeout=60', 'rcu_cpu_stall_timeout'],
    ['rcupdate.rcu-cpu-stall-timeout=60', 'rcu_cpu_stall_timeout'],
    ['sysctl.kernel.hung_task_timeout_secs=0', 'hung_task_timeout_secs'],
    ['sysctl.kernel.hung_task_check_interval_secs=5', 'hung_task_check_interval_secs'],
  ])('leave what the suite sets itself: %s', (parameter, name) => {
    expect(settings(60)).toHaveProperty(name);
    expect(settings(60, parameter)).not.toHaveProperty(name);
  });
});

describe('the settings of a machine that has booted', () => {
  it('leave nothing to be set for a test with the usual timeout', () => {
    expect(settingsAfterBoot(60_000, [])).toEqual([]);
    expect(settingsAfterBoot(60_000, ['watchdog_thresh=3'])).toEqual([]);
  });

  it('leave for another test what differs', () => {
    expect(settingsAfterBoot(600_000, [])).toEqual(stallSettings(600_000, []));
    expect(settingsAfterBoot(64_000, []).map(({ path }) => path.slice(path.lastIndexOf('/') + 1))).toEqual([
      'hung_task_timeout_secs',
      'hung_task_check_interval_secs',
    ]);
  });

  it("are told on the kernel's command line, without those that the user's own parameters set", () => {
    expect(tuneParameter([])).toEqual([
      `qdt.tune=${bootSettings([])
        .map(({ path, value }) => `${path}=${value}`)
        .join(',')}`,
    ]);
    expect(tuneParameter(['nowatchdog quiet'])[0]).not.toContain('watchdog_thresh');
  });
});
