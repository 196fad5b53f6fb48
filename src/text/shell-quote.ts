/** A word that a POSIX shell reads back unchanged. It is quoted only if necessary. */
export function shellQuote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** A command line that a POSIX shell splits into these words. */
export function shellJoin(words: readonly string[]): string {
  return words.map(shellQuote).join(' ');
}
