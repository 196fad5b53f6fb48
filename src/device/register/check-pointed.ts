import { hex } from './bits.ts';
import { checkBits } from '../definition/check-definition.ts';
import type { PointedModel, PointedRegister } from './pointed-register.ts';

/** The mistakes of registers that are named by a pointer. */
export function* checkPointed(model: PointedModel): Iterable<string> {
  yield* checkWire(model);
  yield* checkPlaces(model);
  yield* checkHandlers(model);
}

function* checkWire({ memory, endian, autoIncrement }: PointedModel): Iterable<string> {
  if (Object.keys(memory).length > 0 && autoIncrement !== 'byte')
    yield "memory: expected autoIncrement 'byte', because each of its bytes has an address, found " +
      `'${autoIncrement}'`;
  if (!['big', 'little'].includes(endian)) yield `endian: expected big or little, found ${endian}`;
  if (!['none', 'register', 'byte'].includes(autoIncrement))
    yield `autoIncrement: expected none, register or byte, found ${autoIncrement}`;
}

interface Span {
  readonly name: string;
  readonly at: number;
  /** How many values of the pointer it takes. */
  readonly size: number;
}

/** Every register and memory has its own values of the pointer. */
function* checkPlaces({ registers, memory, autoIncrement, addressBytes }: PointedModel): Iterable<string> {
  for (const [name, register] of Object.entries(registers)) yield* checkRegister(name, register);
  for (const [name, { size, page, fill = 0 }] of Object.entries(memory)) {
    if (!Number.isInteger(size) || size < 1) yield `${name}: expected a size of at least 1 byte, found ${size}`;
    if (page !== undefined && (!Number.isInteger(page) || page < 1 || size % page !== 0))
      yield `${name}: expected pages that fill its ${size} bytes, found pages of ${page}`;
    if (!Number.isInteger(fill) || fill < 0 || fill > 0xff) yield `${name}: expected a fill of 8 bits, found ${fill}`;
    if (Object.hasOwn(registers, name)) yield `${name}: a register and a memory have this name`;
  }
  const isByByte = autoIncrement === 'byte';
  const spans = [
    ...Object.entries(registers).map(([name, { at, width = 1 }]) => ({ name, at, size: isByByte ? width : 1 })),
    ...Object.entries(memory).map(([name, { at, size }]) => ({ name, at, size })),
  ];
  yield* checkSpans(spans, 256 ** addressBytes, isByByte);
}

function* checkSpans(given: readonly Span[], pointers: number, isByByte: boolean): Iterable<string> {
  let before: Span | undefined;
  for (const span of [...given].sort((a, b) => a.at - b.at)) {
    if (!Number.isInteger(span.at) || span.at < 0 || span.at + span.size > pointers)
      yield `${span.name}: expected a place below ${hex(pointers)}, which its pointer can reach, ` +
        `found ${hex(span.at)}` +
        (span.size > 1 ? ` to ${hex(span.at + span.size - 1)}` : '');
    if (before !== undefined && span.at < before.at + before.size)
      yield `${span.name}: at ${hex(span.at)}, it overlaps ${before.name}` +
        (isByByte && span.at > before.at
          ? `; with autoIncrement 'byte' each byte has an address. Does the pointer count registers instead?`
          : '');
    if (before === undefined || span.at + span.size >= before.at + before.size) before = span;
  }
}

function* checkRegister(name: string, register: PointedRegister): Iterable<string> {
  const { width = 1 } = register;
  if (![1, 2, 3, 4, 8].includes(width)) yield `${name}: expected a width of 1, 2, 3, 4 or 8 bytes, found ${width}`;
  yield* checkBits(name, register, width);
}

function* checkHandlers({ registers, memory, read, write }: PointedModel): Iterable<string> {
  for (const name of Object.keys(read))
    if (!Object.hasOwn(registers, name)) yield `a read handler for ${name}: no such register`;
  for (const name of Object.keys(write))
    if (!Object.hasOwn(registers, name) && !Object.hasOwn(memory, name))
      yield `a write handler for ${name}: no such register or memory`;
}
