import { DeviceHostError } from '../device-host/device-host-error.ts';
import source from '../device-host/line-relay.c?raw';
import type { LineRelay } from '../device-host/line-relay.ts';
import { suppliesOf } from '../engine/run.ts';
import type { CellSupplies } from '../engine/supplies.ts';
import type { BusName } from '../device/definition/model-base.ts';
import { devicesOf } from '../plan/device-args.ts';
import type { ModelBuses } from '../plan/model-buses.ts';
import type { Cell, Plan } from '../plan/plan.ts';
import { provideHostProgram } from '../provision/host-program.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import type { DeviceLine } from '../suite/suite.ts';
import { ProvisionError } from '../provision/provisioned.ts';
import { takesModels } from '../provision/qemu/qemu-abilities.ts';

/**
 * Provides the relay of interrupt lines when the first model needs it. Without a relay, one warning is given, and
 * models that also support messages go without the line. The returned function rejects with DeviceHostError when this
 * host could not provide it, and with the signal's reason.
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
        `Interrupt lines of device models (interrupts.intx) do not work here: ${relay.reason}. Models with msi or ` +
        'msix run without the line.',
    });
  }
  return relay;
}

/** The models of these buses are behind devices that every QEMU has. */
const withoutClient: ReadonlySet<BusName> = new Set(['usb', 'serial', 'link', 'can']);

/** @throws ProvisionError when device models are needed but this QEMU does not support them */
export async function requireModelClient(
  { plan: { tests }, buses }: { readonly plan: Plan; readonly buses: ModelBuses },
  supplies: ReadonlyMap<Cell, CellSupplies>,
  context: ProvisionContext,
): Promise<void> {
  const isFunction = ({ path }: DeviceLine): boolean => !withoutClient.has(buses.get(path) ?? 'pci');
  const cells = new Set(tests.filter((planned) => devicesOf(planned).some(isFunction)).map(({ cell }) => cell));
  for (const cell of cells) {
    const { qemu } = suppliesOf({ supplies }, cell);
    if (await takesModels(qemu, context)) continue;
    throw new ProvisionError(
      `QEMU ${qemu.version} (${cell.qemu.text}) does not support device models (info/devices), which ` +
        'need vfio-user-pci of QEMU 10.1 or later. Remove --qemu and info/qemu to use the default, ' +
        'or choose a newer one.',
    );
  }
}
