/** A paragraph of a Debian control file: field names in lower case, continuation lines joined with newlines. */
export type Stanza = ReadonlyMap<string, string>;

/** Parses the format that `.sources` files and package lists share (Debian Policy, chapter 5). */
export function parseControlFile(text: string): Stanza[] {
  return text
    .split(/\n[ \t]*\n/)
    .map(parseStanza)
    .filter((stanza) => stanza.size > 0);
}

function parseStanza(text: string): Stanza {
  const stanza = new Map<string, string>();
  let field: string | undefined;
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) continue;
    const named = /^([^\s:]+):[ \t]*(.*)$/.exec(line);
    if (named?.[1] !== undefined && named[2] !== undefined) {
      field = named[1].toLowerCase();
      stanza.set(field, named[2].trimEnd());
    } else if (field !== undefined && /^[ \t]/.test(line)) {
      stanza.set(field, `${stanza.get(field) ?? ''}\n${line.slice(1).trimEnd()}`);
    }
  }
  return stanza;
}

/** Names in a Depends field, alternatives included, versions left out. */
export function dependencyNames(stanza: Stanza): string[] {
  return (stanza.get('depends') ?? '')
    .split(/[,|]/)
    .map((part) => part.trim().replace(/[\s(:[].*$/s, ''))
    .filter((name) => name !== '');
}
