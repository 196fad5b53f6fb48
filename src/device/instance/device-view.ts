import type { Field } from '../definition/register.ts';
import { outward } from '../register/bits.ts';
import type { RegisterCell } from '../register/register-cell.ts';

/** `regs.STATUS`, `fields.STATUS.BUSY` and `memory.BUFFER`: objects with exactly the device's properties. */
export interface DeviceView {
  readonly regs: object;
  readonly fields: object;
  readonly memory: object;
}

/** `map`: all registers and memories of a device, by name. */
export function viewOf(map: {
  readonly registers: ReadonlyMap<string, RegisterCell<number>>;
  readonly memories: ReadonlyMap<string, { readonly bytes: Buffer }>;
}): DeviceView {
  const cells = [...map.registers];
  return {
    regs: sealed(cells.map(([name, cell]) => [name, registerProperty(cell)])),
    fields: sealed(cells.map(([name, cell]) => [name, { value: fieldsOf(cell), enumerable: true }])),
    memory: sealed([...map.memories].map(([name, { bytes }]) => [name, { value: bytes, enumerable: true }])),
  };
}

/** A typo in a model is an immediate error, not an unused property. */
function sealed(properties: readonly (readonly [string, PropertyDescriptor])[]): object {
  return Object.seal(Object.defineProperties({}, Object.fromEntries(properties)));
}

function registerProperty(cell: RegisterCell<number>): PropertyDescriptor {
  return {
    enumerable: true,
    get: () => outward(cell.value, cell.width),
    set: (value: number | bigint) => {
      cell.value = value;
    },
  };
}

function fieldsOf(cell: RegisterCell<number>): object {
  return sealed([...cell.fields].map(([name, field]) => [name, fieldProperty(cell, field)]));
}

function fieldProperty(cell: RegisterCell<number>, field: Field): PropertyDescriptor {
  return {
    enumerable: true,
    get: () => Number(cell.field(field)),
    set: (value: number) => cell.setField(field, value),
  };
}
