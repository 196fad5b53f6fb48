/**
 * The beginning of a text, with an ellipsis where something is missing. It is a copy: a piece that an engine cuts out
 * of a long text keeps all of that in memory.
 */
export function cutText(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  return Buffer.from(`${text.slice(0, maxChars - 1)}…`, 'utf16le').toString('utf16le');
}
