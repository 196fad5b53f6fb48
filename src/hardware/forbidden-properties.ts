/**
 * Properties that lead out of the machine, to a file, a socket, a descriptor or another object of QEMU's, or that take a device
 * apart; they can neither be read nor written, of no device.
 */
export const forbiddenProperties: ReadonlySet<string> = new Set([
  // Files and sockets of the host.
  'romfile', 'firmware', 'filename', 'file', 'path', 'mem-path', 'socket', 'host', 'hostname', 'fd', 'fds', 'vhostfd', 'vhostforce', 'server', 'display',
  // What stands for a way out of the machine.
  'drive', 'chardev', 'chardevs', 'netdev', 'peer', 'audiodev', 'canbus0', 'canbus1', 'cryptodev', 'rng', 'tpmdev', 'pr-manager',
  // Memory and threads of the process.
  'memdev', 'hostmem', 'x-memdev', 'shm', 'iothread', 'iothread-vq-mapping', 'vectors-thread',
  // The life of a device: plug, unplug and remove are the ways to change it.
  'realized', 'hotplugged', 'hotpluggable', 'parent_bus', 'type', 'failover', 'failover_pair_id',
]);
