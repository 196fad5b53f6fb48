/**
 * The names of the functions that a C file defines, without a preprocessor: what stands before a `{` outside of any
 * other braces, if it has parameters and is no initialiser. In the kernel's style a `}` in the first column ends a
 * function, whatever the branches of an `#ifdef` before it opened and did not close.
 */
export function functionsOfC(source: string): readonly CFunction[] {
  const text = withoutNoise(source);
  const functions: CFunction[] = [];
  let depth = 0;
  let start = 0;
  let names: readonly string[] = [];
  for (const { 0: mark, index } of text.matchAll(/\n\}|[{};]/g)) {
    if (mark === '{' && depth === 0) {
      names = namesIn(text.slice(start, index));
      start = index;
    }
    depth = mark === '{' ? depth + 1 : mark === '\n}' ? 0 : mark === '}' ? Math.max(0, depth - 1) : depth;
    if (depth > 0) continue;
    const isWrapper = names.length > 0 && text.slice(start, index).split('(').length <= 2;
    functions.push(...names.map((name) => ({ name, isWrapper })));
    names = [];
    start = index + mark.length;
  }
  return functions;
}

export interface CFunction {
  readonly name: string;
  /** Its body has at most one call: there is always less code where it is inlined. */
  readonly isWrapper: boolean;
}

/** Comments, strings, and directives with their continued lines. */
const noise = new RegExp(
  [
    String.raw`\/\*[^]*?\*\/`,
    String.raw`\/\/.*`,
    String.raw`"(?:[^"\\\n]|\\[^])*"`,
    String.raw`'(?:[^'\\\n]|\\.){1,8}'`,
    String.raw`^[ \t]*#(?:\\\r?\n|\/\*[^]*?\*\/|.)*`,
  ].join('|'),
  'gm',
);

function withoutNoise(source: string): string {
  return source.replace(noise, (found) => (found.startsWith('"') ? '""' : ' '));
}

/** Longer text is a table or a language that is not C. */
const longestHead = 4000;
const keywords = new Set([
  'if',
  'for',
  'while',
  'switch',
  'return',
  'do',
  'else',
  'sizeof',
  'typeof',
  'defined',
  'int',
]);
/** What may stand before or after the parameters: `__acquires(lock)`, `__printf(1, 2)`. */
const annotation = new RegExp(
  '^(?:__attribute__|__(?:cond_)?(?:acquires?|releases?)(?:_shared)?|__must_hold\\w*|__(?:printf|scanf|aligned|' +
    'section|alias|counted_by|assume_aligned|alloc_size|realloc_size|no_sanitize\\w*|diagnose_as|nonnull|error|' +
    'warning|free|cleanup)|noinline\\w*|asm|__asm__|static_assert)$',
);

/** The functions that a head such as `static int foo(int a) __acquires(b)` or `SYSCALL_DEFINE1(close, …)` names. */
function namesIn(head: string): readonly string[] {
  if (head.length > longestHead || !head.includes('(')) return [];
  const calls = topLevelCalls(head);
  if (calls === undefined) return [];
  const candidates = calls.filter(({ name }) => !annotation.test(name) && !keywords.has(name));
  const plain = candidates.findLast(({ name }) => /[a-z]/.test(name));
  if (plain !== undefined) return [plain.name];
  const macro = candidates.at(-1);
  return macro === undefined ? [] : namesByMacro(macro.name, macro.inside);
}

interface Call {
  readonly name: string;
  readonly inside: string;
}

/** `name (…)` outside of any other parentheses; undefined: it assigns something, so it is no head of a function. */
function topLevelCalls(head: string): readonly Call[] | undefined {
  const calls: Call[] = [];
  let depth = 0;
  let open = 0;
  for (let index = 0; index < head.length; index += 1) {
    const character = head[index];
    if (character === '=' && depth === 0) return undefined;
    if (character === '(') {
      if (depth === 0) open = index;
      depth += 1;
    } else if (character === ')') {
      depth -= 1;
      if (depth < 0) return undefined;
      const name = depth === 0 ? /([A-Za-z_]\w*)\s*$/.exec(head.slice(Math.max(0, open - 100), open))?.[1] : undefined;
      if (name !== undefined) calls.push({ name, inside: head.slice(open + 1, index) });
    }
  }
  return calls;
}

function namesByMacro(macro: string, inside: string): readonly string[] {
  const first = /^\s*([A-Za-z_]\w*)/.exec(inside)?.[1];
  if (first === undefined || !/[a-z]/.test(first)) return [];
  if (/SYSCALL_?(?:32_|64_)?DEFINE/.test(macro)) return [`sys_${first}`];
  if (/^DEFINE_(?:\w+_)?IDTENTRY/.test(macro)) return [first, `asm_${first}`];
  return [first];
}

const assemblyName = new RegExp(
  String.raw`^[ \t]*(?:SYM_(?:FUNC|CODE|TYPED_FUNC)_(?:START|ALIAS)\w*|SYM_INNER_LABEL\w*|ENTRY|WEAK|` +
    String.raw`LEAF|NESTED|_GLOBAL\w*|FUNC_EXPORT|EXPORT_FUNC\w*)[ \t]*\([ \t]*([A-Za-z_]\w*)|` +
    String.raw`^(__[a-z]\w{3,}|[a-z]+\d?_\w{3,}):`,
  'gm',
);

/** The names of the functions and entry points in an assembly file. */
export function functionsOfAssembly(source: string): readonly string[] {
  return [...source.matchAll(assemblyName)].flatMap(([, declared, label]) => declared ?? label ?? []);
}
