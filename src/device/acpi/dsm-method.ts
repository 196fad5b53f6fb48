import { type AmlData, type AmlObject, bytes, integer, list, text } from './aml.ts';
import { ifArgument, method, returns } from './aml-method.ts';
import type { Dsm, DsmFunctions, DsmValue } from './dsm.ts';

// `_DSM (UUID, Revision, Function, Arguments)`: ACPI Specification 6.5, section 9.1.1. All revisions are the same.

const [uuidArgument, functionArgument] = [0, 2];

export function dsmMethod(dsm: Dsm): AmlObject {
  return method('_DSM', 4, [
    ...Object.entries<DsmFunctions>(dsm).map(([uuid, functions]) =>
      ifArgument(uuidArgument, bytes(uuidBytes(uuid)), [
        ifArgument(functionArgument, integer(0), [returns(bytes(functionMask(functions)))]),
        ...Object.entries<DsmValue>(functions).map(([number, value]) =>
          ifArgument(functionArgument, integer(Number(number)), [returns(valueData(value))]),
        ),
      ]),
    ),
    // Whoever asks for something else hears that it is not there.
    returns(bytes(Buffer.of(0))),
  ]);
}

/** A bit for each function, and one that says that there are any. */
function functionMask(functions: DsmFunctions): Buffer {
  const mask = Object.keys(functions).reduce((bits, number) => bits | (1n << BigInt(number)), 1n);
  const all = Buffer.alloc(8);
  all.writeBigUInt64LE(mask);
  const used = all.findLastIndex((byte) => byte !== 0) + 1;
  return all.subarray(0, used);
}

/** Its first three parts are numbers with the lowest byte first. */
export function uuidBytes(uuid: string): Buffer {
  const inOrder = Buffer.from(uuid.replaceAll('-', ''), 'hex');
  const [first, second, third] = [inOrder.subarray(0, 4), inOrder.subarray(4, 6), inOrder.subarray(6, 8)];
  return Buffer.concat([...[first, second, third].map((part) => Buffer.from(part).reverse()), inOrder.subarray(8)]);
}

function valueData(value: DsmValue): AmlData {
  if (typeof value === 'number') return integer(value);
  if (typeof value === 'string') return text(value);
  if (value instanceof Uint8Array) return bytes(value);
  return list(value.map((item) => (typeof item === 'string' ? text(item) : integer(item))));
}
