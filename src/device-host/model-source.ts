import { transform } from 'sucrase';

/** The name under which a model imports our library. */
export const libraryName = 'qemu-driver-test/device';

/**
 * A model's TypeScript without its types. Lines stay where they are, so that a stack names the author's line; the same
 * on every Node, whether it could strip types by itself or not.
 */
export function stripTypes(source: string, path: string): string {
  return transform(source, { transforms: ['typescript'], disableESTransforms: true, filePath: path }).code;
}

export function isTypeScript(url: string): boolean {
  return /\.m?ts$/.test(url);
}
