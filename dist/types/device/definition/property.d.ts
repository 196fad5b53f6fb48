/**
 * A property of a device as a firmware's tables or a device tree would give it to the driver: a number of 32 bits, a
 * list of them, a text, or `true` for a property whose presence is all.
 */
export type PropertyValue = number | string | true | readonly number[];
export type Properties = Readonly<Record<string, PropertyValue>>;
