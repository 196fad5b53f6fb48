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
export declare function hidDescriptorAt(register: number): Dsm;
/** Models may also be written in JavaScript, without type checks. */
export declare function checkDsm(where: string, dsm: Dsm): Iterable<string>;
