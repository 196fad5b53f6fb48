/**
 * A property of a device as a firmware's tables or a device tree would give it to the driver: a number of up to 64
 * bits, a text, a list of either, or `true` for a property whose presence is all.
 */
export type PropertyValue = number | bigint | string | true | readonly (number | bigint)[] | readonly string[];
export type Properties = Readonly<Record<string, PropertyValue>>;
