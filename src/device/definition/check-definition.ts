import { hex } from '../register/bits.ts';
import { bitsOf, fieldMask, widthMask } from '../register/bits.ts';
import { type Control, ControlError, parseControl } from './control.ts';
import type { PciModel, RegisterModel } from './definition.ts';
import type { ModelBase } from './model-base.ts';
import { accessNames, type Bar, type Register } from './register.ts';

/** The offsets of the two MSI-X tables, with defaults filled in: first the table, then the pending bits. */
export function msixLayout(msix: { readonly vectors: number; readonly table?: number; readonly pending?: number }): {
  readonly table: number;
  readonly pending: number;
  readonly tableBytes: number;
  readonly pendingBytes: number;
} {
  const table = msix.table ?? 0;
  const tableBytes = 16 * msix.vectors;
  // A page of its own keeps the pending bits apart where memory is mapped in pages.
  const pending = msix.pending ?? Math.ceil((table + tableBytes) / 4096) * 4096;
  return { table, pending, tableBytes, pendingBytes: 8 * Math.ceil(msix.vectors / 64) };
}

function* checkInterrupts({ interrupts: { msi, msix, names = [] }, bars }: PciModel): Iterable<string> {
  if (msi !== undefined && ![1, 2, 4, 8, 16, 32].includes(msi))
    yield `interrupts.msi: expected 1, 2, 4, 8, 16 or 32 vectors, found ${msi}`;
  if (new Set(names).size !== names.length) yield 'interrupts.names: two vectors have the same name';
  if (msix === undefined) return;
  if (!Number.isInteger(msix.vectors) || msix.vectors < 1 || msix.vectors > 2048)
    yield `interrupts.msix: expected 1 to 2048 vectors, found ${msix.vectors}`;
  const bar = (bars as Readonly<Record<number, Bar | undefined>>)[msix.bar];
  if (bar === undefined) {
    yield `interrupts.msix: expected a bar for its table, found no bar ${msix.bar}`;
    return;
  }
  const { table, pending, tableBytes, pendingBytes } = msixLayout(msix);
  if (table % 8 !== 0 || pending % 8 !== 0)
    yield 'interrupts.msix: expected the table and the pending bits at multiples of 8';
  if (table < pending + pendingBytes && pending < table + tableBytes)
    yield 'interrupts.msix: the table and the pending bits overlap';
  const end = Math.max(table + tableBytes, pending + pendingBytes);
  if (end > bar.size)
    yield `interrupts.msix: its table and pending bits end at 0x${end.toString(16)}, but bar ${msix.bar} has ` +
      `0x${bar.size.toString(16)} bytes`;
}

/** An invalid description of a device, with one problem per line. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
}

/** @throws DefinitionError */
export function checkDefinition(model: PciModel): void {
  refuseProblems(model, [
    ...checkIdentity(model),
    ...checkBars(model),
    ...checkNames(model),
    ...checkInterrupts(model),
    ...checkControls(model),
  ]);
}

/** @throws DefinitionError with all of them */
export function refuseProblems({ name }: ModelBase, problems: readonly string[]): void {
  if (problems.length > 0)
    throw new DefinitionError(`device ${name}:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}

function* checkIdentity({ name, pci, addressBits }: PciModel): Iterable<string> {
  yield* checkName('name', name);
  yield* checkNumber('pci.vendor', pci.vendor, 0xfffe);
  yield* checkNumber('pci.device', pci.device, 0xffff);
  yield* checkNumber('pci.class', pci.class, 0xffffff);
  yield* checkNumber('pci.revision', pci.revision ?? 0, 0xff);
  yield* checkNumber('pci.subsystem.vendor', pci.subsystem?.vendor ?? 0, 0xffff);
  yield* checkNumber('pci.subsystem.device', pci.subsystem?.device ?? 0, 0xffff);
  yield* checkNumber('dma.addressBits', addressBits, 64);
}

/** Such a name can stand in `info/devices`, and in the filters of faults. */
export function* checkName(what: string, name: string): Iterable<string> {
  if (!/^[A-Za-z0-9._-]+$/.test(name))
    yield `${what}: expected letters, digits, ".", "_" and "-", found ${JSON.stringify(name)}`;
}

export function* checkNumber(what: string, value: number, max: number): Iterable<string> {
  if (!Number.isInteger(value) || value < 0 || value > max)
    yield `${what}: expected a whole number up to 0x${max.toString(16)}, found ${value}`;
}

export function* checkBars({ bars }: RegisterModel): Iterable<string> {
  for (const [key, bar] of Object.entries(bars) as [string, Bar | undefined][]) {
    if (bar === undefined) continue;
    const number = Number(key);
    if (!Number.isInteger(number) || number < 0 || number > 5) yield `bar ${key}: expected a bar from 0 to 5`;
    if (bar.size < 16 || bar.size > 2 ** 31 || !Number.isInteger(Math.log2(bar.size)))
      yield `bar ${key}: expected a size that is a power of two from 16 to 2 GiB, found ${bar.size}`;
    if (bar.is64Bit === true && (number === 5 || Object.hasOwn(bars, number + 1)))
      yield `bar ${key}: a 64-bit bar takes the next number, too, which is not free`;
    yield* checkContents(key, bar);
  }
}

/** Everything in a BAR has its own place. */
function* checkContents(key: string, bar: Bar): Iterable<string> {
  const registers = Object.entries(bar.registers ?? {});
  for (const [name, register] of registers) yield* checkRegister(name, register);
  const memories = Object.entries(bar.memory ?? {}).map(([name, { at, size }]) => ({ name, at, size }));
  const places = [...registers.map(([name, { at, width = 4 }]) => ({ name, at, size: width })), ...memories].sort(
    (a, b) => a.at - b.at,
  );
  let end = 0;
  let before = '';
  for (const { name, at, size } of places) {
    if (at < 0 || !Number.isInteger(at) || !Number.isInteger(size) || at + size > bar.size)
      yield `${name}: bytes ${hex(at)} to ${hex(at + size - 1)} are not in bar ${key} of ${hex(bar.size)} bytes`;
    if (at < end) yield `${name}: at ${hex(at)}, it overlaps ${before}`;
    end = at + size;
    before = name;
  }
}

function* checkRegister(name: string, register: Register): Iterable<string> {
  const { at, width = 4 } = register;
  if (![1, 2, 4, 8].includes(width)) yield `${name}: expected a width of 1, 2, 4 or 8 bytes, found ${width}`;
  if (at % width !== 0) yield `${name}: at ${hex(at)}, expected a multiple of its width ${width}`;
  yield* checkBits(name, register, width);
}

/** The contents of a register of `width` bytes, on any bus. */
export function* checkBits(
  name: string,
  { access, reset = 0, fields = {} }: Pick<Register, 'access' | 'reset' | 'fields'>,
  width: number,
): Iterable<string> {
  if (BigInt(reset) !== (BigInt(reset) & widthMask(width)))
    yield `${name}: its reset value ${hex(reset)} has more than ${8 * width} bits`;
  let taken = 0n;
  for (const [field, spec] of Object.entries(fields)) {
    const { high, low } = bitsOf(spec.bits);
    if (low < 0 || high < low || high >= 8 * width)
      yield `${name}.${field}: expected bits from 0 to ${8 * width - 1}, the highest first, found ` +
        JSON.stringify(spec.bits);
    else if ((taken & fieldMask(spec)) !== 0n) yield `${name}.${field}: it overlaps another field`;
    else taken |= fieldMask(spec);
    yield* checkAccess(`${name}.${field}`, spec.access);
  }
  yield* checkAccess(name, access);
}

/** Models may also be written in JavaScript, without type checks. */
function* checkAccess(what: string, access: string | undefined): Iterable<string> {
  if (access !== undefined && !(accessNames as readonly string[]).includes(access))
    yield `${what}: expected an access of ${accessNames.join(', ')}, found ${access}`;
}

/** Names are unique in the whole device, and all references are valid. */
export function* checkNames({ bars, read, write }: RegisterModel): Iterable<string> {
  const registers = new Map<string, Register>();
  const memories = new Set<string>();
  for (const bar of Object.values<Bar>(bars)) {
    for (const [name, register] of Object.entries(bar.registers ?? {})) {
      if (registers.has(name)) yield `${name}: two registers have this name`;
      registers.set(name, register);
    }
    for (const name of Object.keys(bar.memory ?? {})) {
      if (memories.has(name)) yield `${name}: two memories have this name`;
      memories.add(name);
    }
  }
  for (const name of new Set([...Object.keys(read), ...Object.keys(write)]))
    if (!registers.has(name)) yield `a handler for ${name}: no such register`;
  for (const [name, { lockedBy }] of registers) {
    const [register = '', field = ''] = (lockedBy ?? '').split('.');
    if (lockedBy !== undefined && registers.get(register)?.fields?.[field] === undefined)
      yield `${name}: lockedBy: expected REGISTER.FIELD of this device, found ${lockedBy}`;
  }
}

/** On any bus. */
export function* checkControls({ controls, changed }: ModelBase): Iterable<string> {
  for (const name of Object.keys(changed)) if (!Object.hasOwn(controls, name)) yield `changed.${name}: no such control`;
  for (const [name, control] of Object.entries(controls)) {
    const problem = initialProblem(name, control);
    if (problem !== undefined) yield `${problem}, as its initial value`;
  }
}

function initialProblem(name: string, control: Control): string | undefined {
  try {
    parseControl(name, control, control.initial);
    return undefined;
  } catch (error) {
    if (error instanceof ControlError) return error.message;
    throw error;
  }
}
