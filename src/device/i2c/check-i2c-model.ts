import { checkFinding } from '../acpi/acpi-id.ts';
import { hex } from '../register/bits.ts';
import { checkControls, checkName, refuseProblems } from '../definition/check-definition.ts';
import { checkProperties, firmwareOf } from '../definition/firmware.ts';
import { checkGpios } from '../gpio/gpio-line.ts';
import { checkPointed } from '../register/check-pointed.ts';
import type { I2cModel } from './i2c-definition.ts';

/** @throws DefinitionError */
export function checkI2cModel(model: I2cModel): void {
  refuseProblems(model, [
    ...checkName('name', model.name),
    ...checkIdentity(model),
    ...checkProperties('properties', model.properties),
    ...checkKind(model),
    ...checkPointed(model),
    ...checkGpios(model, { register: [...Object.keys(model.registers), ...Object.keys(model.memory)] }),
    ...checkControls(model),
  ]);
}

/** The specification reserves both ends of the addresses for purposes of the bus itself. */
const firstAddress = 0x08;
const lastAddress = 0x77;

function* checkIdentity({ i2c, properties }: I2cModel): Iterable<string> {
  const { address, type, compatible, acpi, dsm } = i2c;
  if (!Number.isInteger(address) || address < firstAddress || address > lastAddress)
    yield `i2c.address: expected 7 bits from ${hex(firstAddress)} to ${hex(lastAddress)}, found ${hex(address)}` +
      (address > lastAddress && address <= 0xff ? `; is it an address of 8 bits, which is ${hex(address >> 1)}?` : '');
  if (type !== undefined && !/^[A-Za-z0-9._-]{1,19}$/.test(type))
    yield `i2c.type: expected up to 19 letters, digits, ".", "_" and "-", found ${JSON.stringify(type)}`;
  if (compatible !== undefined && !/^[A-Za-z0-9,._+-]{1,127}$/.test(compatible))
    yield `i2c.compatible: expected VENDOR,DEVICE such as national,lm75, found ${JSON.stringify(compatible)}`;
  // Without either, its driver may find it by its compatible string, or a test makes the client.
  if (acpi === undefined && dsm === undefined) return;
  yield* checkFinding('i2c', { name: 'type', value: type }, firmwareOf({ properties }, i2c));
}

/** A device is a register map, or carries out whole messages, or goes along byte by byte. */
function* checkKind(model: I2cModel): Iterable<string> {
  const found = formsOf(model);
  if (found.length === 0) yield `expected ${forms}, found none of them`;
  if (found.length > 1) {
    const both = found.map((names) => names.join(' and ')).join(' with ');
    yield `expected ${forms}, found ${both}; keep one of these forms`;
  }
  if (![1, 2].includes(model.addressBytes)) yield `addressBytes: expected 1 or 2, found ${model.addressBytes}`;
}

const forms = 'registers and memory, or transfer, or writeByte and readByte';

/** What the definition has of each form. */
function formsOf(model: I2cModel): readonly (readonly string[])[] {
  const places = (['registers', 'memory'] as const).filter((name) => Object.keys(model[name]).length > 0);
  const message = model.transfer === undefined ? [] : ['transfer'];
  const byByte = (['start', 'writeByte', 'readByte'] as const).filter((name) => model[name] !== undefined);
  return [places, message, byByte].filter((names) => names.length > 0);
}
