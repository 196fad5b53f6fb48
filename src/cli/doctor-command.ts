import { examineHost } from '../app/doctor.ts';
import type { HostFinding } from '../app/host-limits.ts';
import type { CommandHost } from '../command/command-host.ts';

const marks: Readonly<Record<HostFinding['state'], string>> = { good: 'ok', poor: '!', missing: 'MISSING' };

/** `doctor`: exits with 0 if tests can run here. */
export async function doctorCommand(host: CommandHost): Promise<number> {
  const findings = await examineHost();
  const width = Math.max(...findings.map(({ topic }) => topic.length));
  for (const { topic, state, found, advice } of findings) {
    host.write(`${marks[state].padEnd(8)}${topic.padEnd(width)}  ${found}\n`);
    if (advice !== undefined) host.write(`${' '.repeat(8 + width)}  → ${advice}\n`);
  }
  const missing = findings.filter(({ state }) => state === 'missing');
  host.write(
    missing.length === 0
      ? '\nTests can run here. To see that they end as they should: qemu-driver-test selftest\n'
      : `\nTests cannot run here: ${missing.map(({ topic }) => topic).join(', ')} missing.\n`,
  );
  return missing.length === 0 ? 0 : 69;
}
