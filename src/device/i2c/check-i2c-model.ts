import { checkFinding } from '../acpi/acpi-id.ts';
import { checkBits, checkControls, checkName, refuseProblems } from '../definition/check-definition.ts';
import { checkProperties, firmwareOf } from '../definition/firmware.ts';
import { checkGpios } from '../gpio/gpio-line.ts';
import type { I2cModel, I2cRegister } from './i2c-definition.ts';

/** @throws DefinitionError */
export function checkI2cModel(model: I2cModel): void {
  refuseProblems(model, [
    ...checkName('name', model.name),
    ...checkIdentity(model),
    ...checkProperties('properties', model.properties),
    ...checkKind(model),
    ...checkPlaces(model),
    ...checkHandlers(model),
    ...checkGpios(model, { register: [...Object.keys(model.registers), ...Object.keys(model.memory)] }),
    ...checkControls(model),
  ]);
}

/** The specification reserves both ends of the addresses for purposes of the bus itself. */
const firstAddress = 0x08;
const lastAddress = 0x77;

function* checkIdentity({ i2c, properties, gpios }: I2cModel): Iterable<string> {
  const { address, type, compatible, acpi } = i2c;
  if (!Number.isInteger(address) || address < firstAddress || address > lastAddress)
    yield `i2c.address: expected 7 bits from ${hex(firstAddress)} to ${hex(lastAddress)}, found ${hex(address)}` +
      (address > lastAddress && address <= 0xff ? `; is it an address of 8 bits, which is ${hex(address >> 1)}?` : '');
  if (type !== undefined && !/^[A-Za-z0-9._-]{1,19}$/.test(type))
    yield `i2c.type: expected up to 19 letters, digits, ".", "_" and "-", found ${JSON.stringify(type)}`;
  if (compatible !== undefined && !/^[A-Za-z0-9,._+-]{1,127}$/.test(compatible))
    yield `i2c.compatible: expected VENDOR,DEVICE such as national,lm75, found ${JSON.stringify(compatible)}`;
  if (acpi === undefined) return;
  const { properties: found } = firmwareOf({ properties }, i2c);
  yield* checkFinding('i2c', { name: 'type', value: type }, { properties: found, clocks: {}, gpios, acpi });
}

/** A device is a register map, or carries out whole messages. */
function* checkKind(model: I2cModel): Iterable<string> {
  const hasPlaces = Object.keys(model.registers).length > 0 || Object.keys(model.memory).length > 0;
  if (model.transfer !== undefined && hasPlaces)
    yield 'transfer: expected either it or registers and memory, found both';
  if (model.transfer === undefined && !hasPlaces) yield 'expected registers, memory or transfer, found none of them';
  if (Object.keys(model.memory).length > 0 && model.autoIncrement !== 'byte')
    yield "memory: expected autoIncrement 'byte', because each of its bytes has an address, found " +
      `'${model.autoIncrement}'`;
  if (!['big', 'little'].includes(model.endian)) yield `endian: expected big or little, found ${model.endian}`;
  if (![1, 2].includes(model.addressBytes)) yield `addressBytes: expected 1 or 2, found ${model.addressBytes}`;
  if (!['none', 'register', 'byte'].includes(model.autoIncrement))
    yield `autoIncrement: expected none, register or byte, found ${model.autoIncrement}`;
}

interface Span {
  readonly name: string;
  readonly at: number;
  /** How many values of the pointer it takes. */
  readonly size: number;
}

/** Every register and memory has its own values of the pointer. */
function* checkPlaces({ registers, memory, autoIncrement, addressBytes }: I2cModel): Iterable<string> {
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

function* checkRegister(name: string, register: I2cRegister): Iterable<string> {
  const { width = 1 } = register;
  if (![1, 2, 3, 4, 8].includes(width)) yield `${name}: expected a width of 1, 2, 3, 4 or 8 bytes, found ${width}`;
  yield* checkBits(name, register, width);
}

function* checkHandlers({ registers, memory, read, write }: I2cModel): Iterable<string> {
  for (const name of Object.keys(read))
    if (!Object.hasOwn(registers, name)) yield `a read handler for ${name}: no such register`;
  for (const name of Object.keys(write))
    if (!Object.hasOwn(registers, name) && !Object.hasOwn(memory, name))
      yield `a write handler for ${name}: no such register or memory`;
}

function hex(value: number): string {
  return Number.isInteger(value) && value >= 0 ? `0x${value.toString(16)}` : String(value);
}
