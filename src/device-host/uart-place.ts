/** The id of the UART of a place at a line, such as `uart0.line`; undefined: another place. */
export function uartOf(place: string): string | undefined {
  return /^(.+)\.line$/.exec(place)?.[1];
}
