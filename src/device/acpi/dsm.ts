/** What a function returns: a number of up to 32 bits, a text, bytes, or a list of numbers or of texts. */
export type DsmValue = number | string | Uint8Array | readonly number[] | readonly string[];

/** By their numbers, from 1 to 63. */
export type DsmFunctions = Readonly<Record<number, DsmValue>>;

/**
 * What the method `_DSM` of a device answers, by the UUID of an interface: drivers ask it for what is on no bus and in
 * no property. Its function 0, which says what functions there are, is made of them.
 */
export type Dsm = Readonly<Record<string, DsmFunctions>>;

/** For HID over I2C (`acpi: 'PNP0C50'`): in which register the device keeps its descriptor. */
export function hidDescriptorAt(register: number): Dsm {
  return { '3cdff6f7-4267-4555-ad05-b30a3d8938de': { 1: register } };
}

const maxFunction = 63;
const maxItems = 1024;

/** Models may also be written in JavaScript, without type checks. */
export function* checkDsm(where: string, dsm: Dsm): Iterable<string> {
  if (Object.keys(dsm).length === 0) yield `${where}: expected functions by the UUID of their interface, found none`;
  for (const [uuid, functions] of Object.entries<DsmFunctions>(dsm)) {
    if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uuid))
      yield `${where}: expected a UUID such as 3cdff6f7-4267-4555-ad05-b30a3d8938de, found ${JSON.stringify(uuid)}`;
    for (const [number, value] of Object.entries<unknown>(functions))
      yield* checkFunction(`${where}[${JSON.stringify(uuid)}][${number}]`, number, value);
  }
}

function* checkFunction(where: string, number: string, value: unknown): Iterable<string> {
  if (!/^[1-9]\d?$/.test(number) || Number(number) > maxFunction)
    yield `${where}: expected a function from 1 to ${maxFunction}; function 0 is made of the others`;
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isList = items.length <= maxItems && (items.every(isNumber) || items.every(isText));
  if (!(value instanceof Uint8Array) && !isList)
    yield `${where}: expected a number of up to 32 bits, a text, bytes, or a list of numbers or texts, found ` +
      items.map(String).join(', ').slice(0, 100);
}

function isNumber(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= -0x80000000 && Number(value) <= 0xffffffff;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && !value.includes('\0');
}
