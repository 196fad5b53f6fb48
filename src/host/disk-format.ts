import { closeSync, openSync, readSync } from 'node:fs';

/**
 * qcow2 by its magic number, anything else is raw: QEMU must never guess, because a guest can write a raw disk's head.
 */
export function diskFormat(path: string): 'raw' | 'qcow2' {
  const descriptor = openSync(path, 'r');
  try {
    const magic = Buffer.alloc(4);
    readSync(descriptor, magic, 0, 4, 0);
    return magic.equals(Buffer.from('QFI\xfb', 'latin1')) ? 'qcow2' : 'raw';
  } finally {
    closeSync(descriptor);
  }
}
