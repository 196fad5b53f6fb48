/**
 * The beginning of a text, with an ellipsis if it was cut. Returns a copy, because an engine's substring keeps the
 * whole text in memory.
 */
export function cutText(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  return Buffer.from(`${text.slice(0, maxChars - 1)}…`, 'utf16le').toString('utf16le');
}
