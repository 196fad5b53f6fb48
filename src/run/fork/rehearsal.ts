import { now, secretToken } from '../../host/clock.ts';
import type { AgentSession } from '../agent/agent-session.ts';
import { everyStage } from '../agent/stage-environment.ts';
import { tarFolder } from '../folder/folder-transport.ts';
import type { Machine } from '../../machine/machine.ts';

export interface Rehearsal {
  readonly machine: Machine;
  readonly session: AgentSession;
  /** A test's folder with a stage, which the guest gets. */
  readonly folder: string;
  /** Starts the saved guest. */
  readonly restore: () => Promise<void>;
}

/**
 * Has a copy of the agent do a test, so that what runs for every test is translated. The folder is sent, and no
 * artifacts are asked for. @throws AgentLost @throws AgentRefusal @throws QmpError
 */
export async function rehearse({ machine, session, folder, restore }: Rehearsal): Promise<void> {
  const transport = tarFolder({ folder, files: machine.channel('files'), limits: noArtifacts });
  await Promise.all([
    session.begin(),
    session.inform('rehearse'),
    session.ask(`seed ${secretToken()}`),
    session.ask(`clock ${Math.floor(now().getTime() / 1000)}`),
    ...Object.entries(everyStage).map(([name, value]) => session.inform(`env ${name}=${value}`)),
    session.ask('root builtin'),
    restore(),
    transport.bring(session, () => undefined),
  ]);
  await session.runStage('run', () => undefined);
  await session.ask('rehearsed');
}

const noArtifacts = { bytes: 0, files: 0 };

/**
 * What most tests do, without a trace: a module is loaded that no device here has use for, and unloaded. A shell runs
 * commands, and reads what the kernel says.
 */
export const rehearsedStage = `#!/bin/sh
module=/lib/modules/$(uname -r)/virtio_balloon.ko
for round in 1 2; do
	if [ -e "$module" ]; then
		insmod "$module" && rmmod virtio_balloon
	fi
	dmesg | grep -c qdt
	for device in /sys/bus/pci/devices/*; do
		read -r vendor <"$device/vendor"
	done
	ls -l /dev | tail -n 2
	sed -n '1s/x/y/p' /proc/modules
	printf '%s\n' "$vendor" | tr a-f A-F | cut -c 3-
	dd if=/dev/zero of=/test/zeroes bs=512 count=1
	cat /test/zeroes >/dev/null
	sleep 0.01 &
	wait
done
exit 0
`;
