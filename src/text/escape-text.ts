/**
 * A guest's text, safe to show and still readable: escape sequences are removed, other control and invisible characters
 * are escaped (`\x07`, `\u202e`), lone surrogates become U+FFFD. Tabs and line ends stay; a carriage return ends a
 * line. The result is valid in XML 1.0.
 */
export function plainText(text: string): string {
  return text
    .replace(escapeSequence, '')
    .replace(/\r+\n|\r+/g, '\n')
    .replace(loneSurrogate, '\ufffd')
    .replace(unseenCharacter, spelledOut);
}

/** The same on one line: tabs and line ends become spaces. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}

/** The same for a log that shows colours: they stay, all other escape sequences are removed. */
export function colouredText(text: string): string {
  return text
    .split(colour)
    .map((piece, index) => (index % 2 === 1 ? piece : plainText(piece)))
    .join('');
}

const colour = /(\x1b\[[0-9;]*m)/;

/** A value as JSON that is safe to show: invisible characters are escaped, which does not change the value. */
export function plainJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(unseenInJson, (found) =>
    found
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/**
 * Prepares text for standard output, which a CI system may scan for commands: `::error::` or `##[command]` from a guest
 * is shown but not obeyed. Apply it to the whole output, after wrapping.
 */
export function defuseCommands(output: string): string {
  return output.replaceAll('##[', '# #[').replace(/^([^\S\n\r\u2028\u2029]*):(?=:)/gm, '$1: ');
}

/**
 * Prepares text for a log of GitLab, which folds what stands between `section_start:` and `section_end:`, and for
 * reports in which it looks for `[[ATTACHMENT|`: such words from a guest are shown but not obeyed.
 */
export function defuseGitlabMarkup(text: string): string {
  return text.replace(/section_(start|end):/g, 'section_$1 :').replaceAll('[[ATTACHMENT|', '[ [ATTACHMENT|');
}

// CSI; the string sequences (OSC, DCS, SOS, PM, APC) with their terminator; all shorter ones. The rest of an unfinished
// sequence is escaped afterwards, so removal cannot create a new one.
const escapeSequence = /\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-OQ-WYZ\\`-~]/g;

const loneSurrogate = /\p{Surrogate}/gu;

// C0 except tab and line feed, DEL and C1, soft hyphen, zero-width and direction marks, line separators, annotation
// marks, tags, noncharacters.
const beyondAscii =
  String.raw`\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff` +
  String.raw`\ufff9-\ufffb\ufffe\uffff`;
const tags = String.raw`\udb40[\udc00-\udc7f]`;
const unseenCharacter = new RegExp(String.raw`[\x00-\x08\x0b-\x1f${beyondAscii}]|${tags}`, 'g');

// JSON itself escapes everything below a blank.
const unseenInJson = new RegExp(`[${beyondAscii}]|${tags}`, 'g');

function spelledOut(character: string): string {
  // Outside the basic plane a character has two units.
  const code = character.codePointAt(0) ?? 0;
  if (code > 0xffff) return `\\u{${code.toString(16)}}`;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
