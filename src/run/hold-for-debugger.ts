import { join } from 'node:path';
import type { Machine } from '../machine/machine.ts';
import { AgentRefusal } from './agent-failure.ts';

/**
 * Stops the guest and opens QEMU's debugger stub on a socket in a private folder, where nobody else can connect.
 * The guest goes on when the debugger says so. Returns the socket's path.
 * @throws AgentRefusal when QEMU has no stub to offer; QmpError.
 */
export async function holdForDebugger(machine: Machine, folder: string): Promise<string> {
  const monitor = await machine.monitor;
  const path = join(folder, 'gdb');
  await monitor.execute('stop');
  const complaint = await monitor.execute('human-monitor-command', {
    'command-line': `gdbserver unix:${path},server=on,wait=off`,
  });
  if (typeof complaint === 'string' && /\b(could not|error|invalid|unable|fail)/i.test(complaint))
    throw new AgentRefusal(`the debugger's port could not be opened: ${complaint.trim()}`);
  return path;
}
