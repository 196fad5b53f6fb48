/**
 * The beginning of a text, with an ellipsis where something is missing. It is a copy: a piece that an engine cuts out
 * of a long text keeps all of that in memory.
 */
export declare function cutText(text: string, maxChars: number): string;
