import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { launchMachine, type Machine } from '../../../src/machine/machine.ts';
import { channelNames } from '../../../src/machine/machine-spec.ts';
import { qemuArguments } from '../../../src/machine/qemu-arguments.ts';
import type { Scenario } from '../../fake-qemu/scenario.ts';
import { eventually } from '../eventually.ts';
import { isAlive } from '../processes.ts';
import { rig } from '../run/test-rig.ts';

describe('launchMachine', () => {
  it("runs QEMU with its prefix, firmware and the machine's arguments, and reports the command line", async () => {
    const { job, root } = rig();
    const qemu = { ...job.qemu, firmwareArgs: ['-L', '/store/share'] };
    const spec = { ...job.machine, sharedFolder: join(root, 'a,b') };
    const machine = launchMachine({ spec, qemu, outputPath: join(root, 'qemu.log') });
    expect(machine.argv).toEqual([...qemu.command, '-L', '/store/share', ...qemuArguments(spec)]);
    const commandLine = (): string => readFileSync(`/proc/${machine.pid ?? 0}/cmdline`, 'utf8');
    await eventually(() => expect(commandLine().split('\0').slice(0, -1)).toEqual(machine.argv));
    machine.kill();
    expect(await machine.exited).toEqual({ kind: 'signalled', signal: 'SIGKILL' });
  });

  it('connects the monitor, on which QEMU answers', async () => {
    using machine = launch({});
    const client = await machine.monitor;
    expect(await client.execute('query-status')).toEqual({ status: 'running', running: true });
    await expect(client.execute('no-such')).rejects.toThrow(
      'QEMU refused no-such: The command no-such has not been found',
    );
  });

  it('has a monitor that fails when QEMU refuses the negotiation', async () => {
    using machine = launch({ refusedCommands: { qmp_capabilities: { class: 'GenericError', desc: 'not today' } } });
    await expect(machine.monitor).rejects.toMatchObject({
      phase: 'negotiation',
      message: 'QEMU refused qmp_capabilities: not today',
    });
  });

  it('has a monitor that fails when QEMU ends before it greets', async () => {
    using machine = launch({ atStart: [{ exit: 1 }] });
    await expect(machine.monitor).rejects.toMatchObject({ phase: 'greeting' });
    expect(await machine.exited).toEqual({ kind: 'exited', exitCode: 1 });
    expect(machine.guestEnd()).toBeUndefined();
  });

  it('has every channel', async () => {
    using machine = launch({
      boot: channelNames.filter((name) => name !== 'monitor').map((name) => ({ say: name, text: `this is ${name}` })),
    });
    for (const name of channelNames.filter((channel) => channel !== 'monitor')) {
      const heard = await new Promise<Buffer>((resolve) => machine.channel(name).once('data', resolve));
      expect(heard.toString()).toBe(`this is ${name}`);
    }
  });

  it('reads what QEMU said last, also when a command comes too late for it', async () => {
    const ends = [{ event: 'SHUTDOWN', data: { guest: true, reason: 'guest-reset' } }, { exit: 0 }] as const;
    using machine = launch({ atMonitor: { system_reset: ends } });
    const monitor = await machine.monitor;
    const first = monitor.execute('system_reset').catch(() => undefined);
    // QEMU ends meanwhile, and this process has read nothing of it when it writes again.
    await new Promise((resolve) => setImmediate(resolve));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
    const second = monitor.execute('query-status').catch(() => undefined);
    await Promise.all([first, second, machine.exited, machine.monitorRead]);
    expect(machine.guestEnd()).toBe('guest-reset');
  });

  it('is killed when it is disposed of', async () => {
    let pid = 0;
    {
      using machine = launch({});
      await machine.monitor;
      pid = machine.pid ?? 0;
      expect(isAlive(pid)).toBe(true);
    }
    await eventually(() => expect(isAlive(pid)).toBe(false));
  });
});

function launch(scenario: Scenario): Machine {
  const { job, root } = rig({ scenario });
  return launchMachine({
    spec: { ...job.machine, sharedFolder: undefined },
    qemu: job.qemu,
    outputPath: join(root, 'qemu.log'),
  });
}
