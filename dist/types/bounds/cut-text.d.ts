/**
 * The beginning of a text, with an ellipsis if it was cut. Returns a copy, because an engine's substring keeps the
 * whole text in memory.
 */
export declare function cutText(text: string, maxChars: number): string;
