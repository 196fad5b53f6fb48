import { plainLine } from './escape-text.ts';

/** A description in which TAP finds no directive. */
export function tapName(text: string): string {
  return plainLine(text).replace(/[\\#]/g, '\\$&');
}
