/**
 * Text from a guest, safe to show and still readable: escape sequences are gone, every other control or invisible
 * character is spelled out (`\x07`, `\u202e`), lone surrogates are U+FFFD. Tabs and line ends stay; a carriage
 * return ends a line. The result is legal in XML 1.0.
 */
export function plainText(text: string): string {
  return text
    .replace(escapeSequence, '')
    .replace(/\r+\n|\r+/g, '\n')
    .replace(loneSurrogate, '\ufffd')
    .replace(unseenCharacter, spelledOut);
}

/** The same as one line: tabs and line ends become spaces. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}

/** A value as JSON that can be shown: what nobody would see in it is spelled out, which a reader takes for the same. */
export function plainJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(unseenInJson, (found) =>
    found
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/**
 * What is written to standard output, which a CI system may read for commands: a guest that prints `::error::` or
 * `##[command]` is shown, not obeyed. For whole output, after lines were wrapped.
 */
export function defuseCommands(output: string): string {
  return output.replaceAll('##[', '# #[').replace(/^([^\S\n\r\u2028\u2029]*):(?=:)/gm, '$1: ');
}

// CSI; the string sequences (OSC, DCS, SOS, PM, APC) with their terminator; all shorter ones. What is left of an
// unfinished sequence is spelled out afterwards, so removal cannot put a new one together.
const escapeSequence = /\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-OQ-WYZ\\`-~]/g;

const loneSurrogate = /\p{Surrogate}/gu;

// C0 but tab and line feed, DEL and C1, soft hyphen, zero-width and direction marks, line separators, marks of
// annotations, tags, noncharacters.
const unseenCharacter =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\u180e]|\udb40[\udc00-\udc7f]/g;

// JSON itself spells out what is below a blank.
const unseenInJson =
  /[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]|\udb40[\udc00-\udc7f]/g;

function spelledOut(character: string): string {
  // Outside of the first plane a character is two units.
  const code = character.codePointAt(0) ?? 0;
  if (code > 0xffff) return `\\u{${code.toString(16)}}`;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
