/** A text as a shell would split it, without expansion. */
export type ShellWords =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** An unclosed quote. `line` is the line of the opening quote, counted from 1. */
  | { readonly kind: 'unbalanced-quote'; readonly quote: '"' | "'"; readonly line: number }
  /** The text ends in a backslash that quotes nothing. */
  | { readonly kind: 'trailing-backslash'; readonly line: number };

/**
 * Splits like a POSIX shell: blanks and line ends separate, quotes and backslashes protect, `#` at the start of a word
 * starts a comment. Variables, globs and operators are ordinary characters.
 */
export function splitShellWords(text: string): ShellWords {
  const words: string[] = [];
  let word: string | undefined;
  let position = 0;
  while (position < text.length) {
    const token = nextToken(text, position, word === undefined);
    switch (token.kind) {
      case 'problem':
        return token.problem;
      case 'text':
        word = (word ?? '') + token.text;
        break;
      case 'separator':
        if (word !== undefined) words.push(word);
        word = undefined;
        break;
      case 'nothing':
        break;
    }
    position = token.end;
  }
  if (word !== undefined) words.push(word);
  return { kind: 'words', words };
}

type Token =
  | { readonly kind: 'text'; readonly text: string; readonly end: number }
  | { readonly kind: 'separator'; readonly end: number }
  | { readonly kind: 'nothing'; readonly end: number }
  | { readonly kind: 'problem'; readonly problem: ShellWords };

function nextToken(text: string, start: number, atWordStart: boolean): Token {
  const character = text.charAt(start);
  switch (character) {
    case ' ':
    case '\t':
    case '\r':
    case '\n':
      return { kind: 'separator', end: start + 1 };
    case '#':
      if (atWordStart) return { kind: 'nothing', end: endOfLine(text, start) };
      return { kind: 'text', text: '#', end: start + 1 };
    case '\\':
      return escapedCharacter(text, start);
    case "'":
      return singleQuoted(text, start);
    case '"':
      return doubleQuoted(text, start);
    default:
      return { kind: 'text', text: character, end: start + 1 };
  }
}

function escapedCharacter(text: string, start: number): Token {
  const escaped = text.charAt(start + 1);
  if (escaped === '') return { kind: 'problem', problem: { kind: 'trailing-backslash', line: lineAt(text, start) } };
  // A backslash before a line end joins the lines.
  if (escaped === '\n') return { kind: 'nothing', end: start + 2 };
  return { kind: 'text', text: escaped, end: start + 2 };
}

function singleQuoted(text: string, start: number): Token {
  const end = text.indexOf("'", start + 1);
  if (end === -1) return unbalanced(text, start, "'");
  return { kind: 'text', text: text.slice(start + 1, end), end: end + 1 };
}

function doubleQuoted(text: string, start: number): Token {
  let content = '';
  for (let position = start + 1; position < text.length; position++) {
    const character = text.charAt(position);
    if (character === '"') return { kind: 'text', text: content, end: position + 1 };
    if (character !== '\\' || position + 1 === text.length) {
      content += character;
      continue;
    }
    position++;
    content += escapedInDoubleQuotes(text.charAt(position));
  }
  return unbalanced(text, start, '"');
}

/** Inside double quotes a backslash quotes only these characters. Before any other it is kept. */
function escapedInDoubleQuotes(character: string): string {
  if (character === '\n') return '';
  return ['$', '`', '"', '\\'].includes(character) ? character : `\\${character}`;
}

function unbalanced(text: string, start: number, quote: '"' | "'"): Token {
  return { kind: 'problem', problem: { kind: 'unbalanced-quote', quote, line: lineAt(text, start) } };
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}
