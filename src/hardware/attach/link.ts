import type { BusAttachment } from './attached-device.ts';

/** Its driver is loaded before the test starts. That of another is the test's matter: it may be the one under test. */
const defaultNic = 'virtio-net-pci';

/** A network card of QEMU; the model is its link partner. */
export const linkAttachment: BusAttachment = {
  device: ({ id, socket, nic }) => ({
    id,
    model: id,
    driver: nic ?? defaultNic,
    properties: { netdev: `qdt.model.${id}` },
    backends: [{ kind: 'frames', id: `qdt.model.${id}`, socket }],
    place: 'slot',
    ...(nic === undefined ? { sign: { pciDevice: id, paths: ['virtio*/net/*'] } } : {}),
  }),
};
