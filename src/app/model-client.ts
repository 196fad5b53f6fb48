import type { Cell, Plan } from '../plan/plan.ts';
import { devicesOf } from '../plan/test-devices.ts';
import { takesModels } from '../provision/model-client.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import { ProvisionError } from '../provision/provisioned.ts';
import { suppliesOf } from '../engine/run.ts';
import type { CellSupplies } from '../engine/supplies.ts';

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
