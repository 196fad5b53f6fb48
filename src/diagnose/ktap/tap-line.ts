import { bounds } from '../../bounds/bounds.ts';

/** A parsed line of (K)TAP; `indent` in columns, with tab stops every eight. */
export type TapLine =
  | { readonly kind: 'version'; readonly indent: number; readonly kernel: boolean }
  | {
      readonly kind: 'plan';
      readonly indent: number;
      readonly first: number;
      readonly last: number;
      readonly skipReason: string | undefined;
    }
  | { readonly kind: 'subtest'; readonly indent: number; readonly name: string }
  | TapResult
  | { readonly kind: 'bail-out'; readonly indent: number; readonly reason: string }
  | { readonly kind: 'pragma'; readonly indent: number; readonly name: string; readonly on: boolean }
  | { readonly kind: 'diagnostic'; readonly indent: number; readonly text: string }
  | { readonly kind: 'mark'; readonly indent: number; readonly mark: '---' | '...' | '{' | '}' }
  | { readonly kind: 'other'; readonly indent: number; readonly text: string };

export interface TapResult {
  readonly kind: 'result';
  readonly indent: number;
  readonly ok: boolean;
  readonly number: number | undefined;
  readonly name: string;
  readonly directive: 'skip' | 'todo' | undefined;
  readonly reason: string | undefined;
  /** `{` at the end: the subtests follow, up to `}`. */
  readonly opensBlock: boolean;
}

const plan = /^(\d{1,9})\.\.(\d{1,9})(?:\s*#\s*(.*))?$/s;
const result = /^(not )?ok(?=\s|$)(?:\s+(\d{1,9})(?=\s|$))?(.*)$/s;

/** Parses one line, without a console's prefix. */
export function parseTapLine(line: string): TapLine {
  const indent = indentOf(line);
  const text = line.trim();
  const first = text.charCodeAt(0);
  if (first === 0x23) return parseComment(text, indent);
  const mark = text === '---' || text === '...' || text === '{' || text === '}' ? text : undefined;
  if (mark !== undefined) return { kind: 'mark', indent, mark };
  return parseResult(text, indent) ?? parseStatement(text, indent) ?? { kind: 'other', indent, text };
}

function indentOf(line: string): number {
  let columns = 0;
  for (let index = 0; index < line.length; index += 1) {
    const code = line.charCodeAt(index);
    if (code === 0x20) columns += 1;
    else if (code === 0x09) columns += 8 - (columns % 8);
    else break;
  }
  return columns;
}

function parseComment(text: string, indent: number): TapLine {
  const subtest = /^# Subtest(?:: (.*))?$/s.exec(text);
  return subtest === null
    ? { kind: 'diagnostic', indent, text: text.slice(1).trim() }
    : { kind: 'subtest', indent, name: boundedName(subtest[1]?.trim() ?? '') };
}

function parseResult(text: string, indent: number): TapLine | undefined {
  if (!text.startsWith('ok') && !text.startsWith('not ok')) return undefined;
  const match = result.exec(text);
  if (match === null) return undefined;
  const rest = (match[3] ?? '').trim();
  const opensBlock = /(?:^|\s)\{$/.test(rest);
  const { name, directive, reason } = parseDescription(opensBlock ? rest.slice(0, -1).trimEnd() : rest);
  return {
    kind: 'result',
    indent,
    ok: match[1] === undefined,
    number: match[2] === undefined ? undefined : Number(match[2]),
    name,
    directive,
    reason,
    opensBlock,
  };
}

/** Parses `- name # SKIP reason`; a `\#` is part of the name. */
function parseDescription(description: string): Pick<TapResult, 'name' | 'directive' | 'reason'> {
  const unhyphened = description.replace(/^-(?:\s+|$)/, '');
  const match = /(?:^|\s)(?<!\\)#\s*(?:(skip|todo|xfail)\S*\s*(.*)|(.*))$/is.exec(unhyphened);
  if (match === null) return { name: boundedName(unhyphened), directive: undefined, reason: undefined };
  const word = match[1]?.toLowerCase();
  const reason = (match[2] ?? match[3] ?? '').trim();
  return {
    name: boundedName(unhyphened.slice(0, match.index).trim()),
    directive: word === undefined ? undefined : word === 'skip' ? 'skip' : 'todo',
    reason: reason === '' || /^time=/.test(reason) ? undefined : cut(reason, bounds.subtests.reasonChars),
  };
}

/** Names are cut when they are parsed, so that equal names stay equal. */
export function boundedName(name: string): string {
  return cut(name, bounds.subtests.nameChars);
}

function cut(text: string, chars: number): string {
  return text.length <= chars ? text : `${text.slice(0, chars - 1)}…`;
}

function parseStatement(text: string, indent: number): TapLine | undefined {
  const version = /^(K?)TAP version (\d+)$/i.exec(text);
  if (version !== null) return { kind: 'version', indent, kernel: version[1] !== '' || version[2] === '14' };
  const planned = plan.exec(text);
  if (planned !== null) return parsePlan(planned, indent);
  const bailOut = /^Bail out!\s*(.*)$/is.exec(text);
  if (bailOut !== null) return { kind: 'bail-out', indent, reason: bailOut[1] ?? '' };
  const pragma = /^pragma ([+-])(\w+)$/.exec(text);
  return pragma === null ? undefined : { kind: 'pragma', indent, name: pragma[2] ?? '', on: pragma[1] === '+' };
}

function parsePlan(match: RegExpExecArray, indent: number): TapLine | undefined {
  const first = Number(match[1]);
  const last = Number(match[2]);
  if (last < first && !(first === 1 && last === 0)) return undefined;
  const comment = match[3];
  return {
    kind: 'plan',
    indent,
    first,
    last,
    skipReason: last === 0 && comment !== undefined && /^skip/i.test(comment) ? comment : undefined,
  };
}
