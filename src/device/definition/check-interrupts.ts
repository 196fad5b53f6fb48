import type { DeviceModel } from './define-device.ts';
import type { Bar } from './register.ts';

/** Where the two tables of MSI-X lie, with what was left out filled in: the table first, the pending bits behind it. */
export function msixLayout(msix: { readonly vectors: number; readonly table?: number; readonly pending?: number }): {
  readonly table: number;
  readonly pending: number;
  readonly tableBytes: number;
  readonly pendingBytes: number;
} {
  const table = msix.table ?? 0;
  const tableBytes = 16 * msix.vectors;
  // Where the memory is mapped in pages, a page of its own keeps the two apart.
  const pending = msix.pending ?? Math.ceil((table + tableBytes) / 4096) * 4096;
  return { table, pending, tableBytes, pendingBytes: 8 * Math.ceil(msix.vectors / 64) };
}

export function* checkInterrupts({ interrupts: { msi, msix, names = [] }, bars }: DeviceModel): Iterable<string> {
  if (msi !== undefined && ![1, 2, 4, 8, 16, 32].includes(msi))
    yield `interrupts.msi: expected 1, 2, 4, 8, 16 or 32 vectors, found ${msi}`;
  if (new Set(names).size !== names.length) yield 'interrupts.names: two vectors have the same name';
  if (msix === undefined) return;
  if (!Number.isInteger(msix.vectors) || msix.vectors < 1 || msix.vectors > 2048)
    yield `interrupts.msix: expected 1 to 2048 vectors, found ${msix.vectors}`;
  const bar = (bars as Readonly<Record<number, Bar | undefined>>)[msix.bar];
  if (bar === undefined) {
    yield `interrupts.msix: there is no bar ${msix.bar} for its table`;
    return;
  }
  const { table, pending, tableBytes, pendingBytes } = msixLayout(msix);
  if (table % 8 !== 0 || pending % 8 !== 0) yield 'interrupts.msix: table and pending bits lie at multiples of 8';
  if (table < pending + pendingBytes && pending < table + tableBytes)
    yield 'interrupts.msix: the table and the pending bits overlap';
  const end = Math.max(table + tableBytes, pending + pendingBytes);
  if (end > bar.size)
    yield `interrupts.msix: its table and pending bits end at 0x${end.toString(16)}, and bar ${msix.bar} has ` +
      `0x${bar.size.toString(16)} bytes`;
}
