/** The name under which models import our library. */
export const libraryName = 'qemu-driver-test/device';

export function isTypeScript(url: string): boolean {
  return /\.m?ts$/.test(url);
}
