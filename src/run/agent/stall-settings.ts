import { defaultTimeoutMs } from '../../bounds/default-timeout.ts';

/** A kernel setting: a file in the guest, and the value to write. */
export interface KernelSetting {
  readonly path: string;
  readonly value: number;
}

/** The settings of a machine that has booted, for tests with the usual timeout: all of its clones have them. */
export function bootSettings(kernelParameters: readonly string[]): readonly KernelSetting[] {
  return stallSettings(defaultTimeoutMs, kernelParameters);
}

/** What is left to be set for a test: often nothing, because each setting costs a clone time. */
export function settingsAfterBoot(timeoutMs: number, kernelParameters: readonly string[]): readonly KernelSetting[] {
  const has = new Map(bootSettings(kernelParameters).map(({ path, value }) => [path, value]));
  return stallSettings(timeoutMs, kernelParameters).filter(({ path, value }) => has.get(path) !== value);
}

/** The kernel parameter that has the agent set them while it boots. */
export function tuneParameter(kernelParameters: readonly string[]): readonly string[] {
  const settings = bootSettings(kernelParameters).map(({ path, value }) => `${path}=${value}`);
  return settings.length === 0 ? [] : [`qdt.tune=${settings.join(',')}`];
}

/**
 * Kernel settings for reports of missing progress, so that the kernel complains before the test's deadline.
 * They are rather late than early: a busy host can keep a healthy guest from running for several seconds, and a driver
 * may wait. An RCU stall is reported after the soft lockup that causes it, which says more. Settings of the suite's own
 * kernel parameters are kept.
 */
export function stallSettings(timeoutMs: number, kernelParameters: readonly string[]): readonly KernelSetting[] {
  const timeout = timeoutMs / 1000;
  const watchdog = between(4, Math.round(timeout / 8), 10);
  const hungTask = between(10, Math.round(timeout / 2), 120);
  const settings = [
    // The kernel reports a soft lockup at twice the threshold, or a little later.
    {
      path: '/proc/sys/kernel/watchdog_thresh',
      value: watchdog,
      owners: ['watchdog_thresh', 'nowatchdog', 'nosoftlockup', 'sysctl.kernel.watchdog_thresh'],
    },
    {
      path: '/sys/module/rcupdate/parameters/rcu_cpu_stall_timeout',
      value: 3 * watchdog,
      owners: ['rcupdate.rcu_cpu_stall_timeout'],
    },
    {
      path: '/proc/sys/kernel/hung_task_timeout_secs',
      value: hungTask,
      owners: ['sysctl.kernel.hung_task_timeout_secs'],
    },
    // The interval of the checks: a task is reported at most two checks after its time.
    {
      path: '/proc/sys/kernel/hung_task_check_interval_secs',
      value: Math.ceil(hungTask / 10),
      owners: ['sysctl.kernel.hung_task_check_interval_secs', 'sysctl.kernel.hung_task_timeout_secs'],
    },
  ];
  const own = new Set(kernelParameters.flatMap((text) => text.split(/\s+/)).map(parameterName));
  return settings
    .filter(({ owners }) => !owners.some((owner) => own.has(owner)))
    .map(({ path, value }) => ({ path, value }));
}

function between(least: number, value: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** The kernel accepts `-` for `_`, and `/` for `.` in a sysctl's name. */
function parameterName(parameter: string): string {
  return parameter.split('=', 1)[0]?.replaceAll('-', '_').replaceAll('/', '.') ?? '';
}
