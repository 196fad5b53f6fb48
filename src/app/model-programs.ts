import { DeviceHostError } from '../device-host/device-host-process.ts';
import source from '../device-host/line-relay.c?raw';
import type { LineRelay } from '../device-host/line-relay.ts';
import { suppliesOf } from '../engine/run.ts';
import type { CellSupplies } from '../engine/supplies.ts';
import { devicesOf } from '../plan/device-args.ts';
import type { Cell, Plan } from '../plan/plan.ts';
import { provideHostProgram } from '../provision/host-program.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import { ProvisionError } from '../provision/provisioned.ts';
import { takesModels } from '../provision/qemu/qemu-abilities.ts';

/**
 * Provides the relay of interrupt lines when the first model wants it, and never before. Where there cannot be one,
 * that is said once: models that have messages as well go without. What it returns rejects with DeviceHostError when
 * this host could not keep it, and with the signal's reason.
 */
export function lineRelayFrom(context: ProvisionContext): () => Promise<LineRelay> {
  let provided: Promise<LineRelay> | undefined;
  return () =>
    (provided ??= provide(context).catch((error: unknown) => {
      provided = undefined;
      if (!(error instanceof ProvisionError)) throw error;
      throw new DeviceHostError(`the relay of its interrupt line could not be provided: ${error.message}`, true);
    }));
}

async function provide(context: ProvisionContext): Promise<LineRelay> {
  const relay = await provideHostProgram({ name: 'line-relay', source }, context);
  if (relay.kind === 'absent') {
    context.progress({
      kind: 'warning',
      message:
        `Device models have no interrupt lines (interrupts.intx) here: ${relay.reason}. Those that have msi or ` +
        'msix as well are used without the line.',
    });
  }
  return relay;
}

/** @throws ProvisionError when device models are wanted of a QEMU that cannot talk to them. */
export async function requireModelClient(
  { tests }: Plan,
  supplies: ReadonlyMap<Cell, CellSupplies>,
  context: ProvisionContext,
): Promise<void> {
  const cells = new Set(tests.filter((planned) => devicesOf(planned).length > 0).map(({ cell }) => cell));
  for (const cell of cells) {
    const { qemu } = suppliesOf({ supplies }, cell);
    if (await takesModels(qemu, context)) continue;
    throw new ProvisionError(
      `QEMU ${qemu.version} (${cell.qemu.text}) cannot take device models (info/devices): it has no ` +
        'vfio-user-pci, which QEMU has from version 10.1 on. Leave out --qemu and info/qemu for the default, ' +
        'or name a newer one.',
    );
  }
}
