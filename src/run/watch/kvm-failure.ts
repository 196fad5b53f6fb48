import { asObject } from '../../bounds/parse-json.ts';
import { deferred } from '../../host/deferred.ts';
import { readTextTail } from '../../host/files/read-text.ts';
import type { Machine } from '../../machine/machine.ts';
import { QmpError } from '../../machine/qmp/message.ts';
import type { Ending } from '../evidence/run-record.ts';

/** KVM's failure to run a guest any further. Disposing ends the watch. */
export interface KvmWatch extends Disposable {
  /** Resolves with the ending of its machine. */
  readonly failed: Promise<Ending>;
}

/**
 * When KVM cannot run a guest any further, QEMU does not end: it prints why, and stops the machine for good. To a
 * deadline that looks like a guest that hangs. Source: QEMU, accel/kvm/kvm-all.c, kvm_cpu_exec.
 */
export function watchForKvmFailure(machine: Machine, qemuLogPath: string): KvmWatch {
  const { promise: failed, resolve } = deferred<Ending>();
  const ask = async (): Promise<void> => {
    const status = asObject(await (await machine.monitor).execute('query-status'))?.['status'];
    if (status === 'internal-error') resolve({ kind: 'kvm-failed', detail: wordsIn(qemuLogPath) });
  };
  const listening = machine.listen(({ name }) => {
    // Whatever ends the monitor says more about the machine than its status would have.
    if (name === 'STOP') ask().catch((error: unknown) => error instanceof QmpError || machine.fail(error));
  });
  return { failed, [Symbol.dispose]: listening[Symbol.dispose] };
}

/** `KVM internal error. Suberror: 1`, `error: kvm run failed Bad address`; after it come registers. */
function wordsIn(qemuLogPath: string): string {
  const lines = (readTextTail(qemuLogPath, 64 * 1024) ?? '').split('\n');
  const line = lines.findLast((text) => /KVM internal error|kvm run failed/.test(text));
  return line === undefined ? 'QEMU does not say why' : line.trim().slice(0, 200);
}
