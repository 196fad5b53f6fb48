import { transform } from 'sucrase';

/**
 * Removes the types from a model's TypeScript. Lines do not move, so that stacks name the author's lines. The result is
 * the same on every version of Node.
 */
export function stripTypes(source: string, path: string): string {
  return transform(source, { transforms: ['typescript'], disableESTransforms: true, filePath: path }).code;
}
