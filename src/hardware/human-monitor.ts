import type { QmpClient } from '../machine/qmp/client.ts';
import { HwRefusal } from './refusal.ts';

/**
 * A command of QEMU's human monitor, for what it reads better than QMP does: values as people write them, and numbers of 64 bits.
 * Its words must be checked before: they are not quoted. Returns what it printed.
 * @throws HwRefusal with QEMU's complaint; QmpError when it went away.
 */
export async function askHuman(monitor: QmpClient, commandLine: string): Promise<string> {
  const printed = await monitor.execute('human-monitor-command', { 'command-line': commandLine });
  const text = typeof printed === 'string' ? printed.replaceAll('\r', '').trim() : '';
  const [, complaint] = /^Error: (.*)/s.exec(text) ?? [];
  if (complaint !== undefined) throw new HwRefusal(`QEMU says: ${complaint}`);
  return text;
}
