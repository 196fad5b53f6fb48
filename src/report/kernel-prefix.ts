/**
 * A line of a kernel's console without what stands before its words: `<4>[ 12.345678] [ T123] `, as far as it is there.
 */
export function withoutKernelPrefix(line: string): string {
  return line.replace(/^(?:<\d+>)?(?:\[ *\d+\.\d+\] ?)?(?:\[ *[TC]\d+\] ?)?/, '');
}
