/** What a compiler or kbuild said about the sources. */
export interface CompilerMessage {
  readonly severity: 'error' | 'warning';
  /** As the compiler names it, relative to the project's root; absent: it belongs to no file. */
  readonly file?: string;
  /** Counted from 1. */
  readonly line?: number;
  readonly text: string;
}

/** The messages of a build: all are counted, the first ones are kept. */
export interface CompilerMessages {
  readonly errors: number;
  readonly warnings: number;
  /** Errors first; each group in the order of the output. */
  readonly messages: readonly CompilerMessage[];
}

const maxKept = 20;
/** The rest of a line is not read. */
const maxLine = 4096;
const maxText = 500;

/**
 * Reads the output of make. A header that several files include causes the same message several times; it counts once.
 * If no compiler complained, make's own last word is the error of a build that failed.
 */
export function readCompilerMessages(output: string, outcome: 'built' | 'failed'): CompilerMessages {
  const found = new Map<string, CompilerMessage>();
  let lastOfMake: CompilerMessage | undefined;
  for (const whole of output.split('\n')) {
    const line = whole.slice(0, maxLine);
    const message = compilerMessage(line) ?? modpostMessage(line) ?? driverMessage(line);
    if (message !== undefined) found.set(JSON.stringify(message), message);
    else lastOfMake ??= makeMessage(line);
  }
  const all = [...found.values()];
  const errors = all.filter(({ severity }) => severity === 'error');
  if (outcome === 'failed' && errors.length === 0 && lastOfMake !== undefined) errors.push(lastOfMake);
  const warnings = all.filter(({ severity }) => severity === 'warning');
  return {
    errors: errors.length,
    warnings: warnings.length,
    messages: [...errors.slice(0, maxKept), ...warnings.slice(0, maxKept)],
  };
}

/** `driver/edu.c:12:5: error: …` of gcc and clang, `edu.S:3: Error: …` of the assembler. */
function compilerMessage(line: string): CompilerMessage | undefined {
  const [, file, at, kind, text] =
    /^([^\s:][^:]*):(\d{1,9}):(?:\d{1,9}:)? (?:fatal )?(error|warning): (.+)$/i.exec(line) ?? [];
  if (file === undefined || kind === undefined || text === undefined) return undefined;
  return { severity: severityOf(kind), file: relativeFile(file), line: Number(at), text: text.slice(0, maxText) };
}

/** `ERROR: modpost: "foo" [driver/edu.ko] undefined!` */
function modpostMessage(line: string): CompilerMessage | undefined {
  const [, kind, text] = /^(ERROR|WARNING): (modpost: .+)$/.exec(line) ?? [];
  if (kind === undefined || text === undefined) return undefined;
  return { severity: severityOf(kind), text: text.slice(0, maxText) };
}

/** `gcc-12: error: unrecognized command-line option '-fmin-function-alignment=16'`: about no place in a file. */
function driverMessage(line: string): CompilerMessage | undefined {
  const [, program = '', kind, text] = /^([^\s:]{1,200}): (?:fatal )?(error|warning): (.+)$/.exec(line) ?? [];
  const name = program.slice(program.lastIndexOf('/') + 1);
  if (kind === undefined || text === undefined || !/gcc|clang/.test(name)) return undefined;
  return { severity: severityOf(kind), text: `${name}: ${text}`.slice(0, maxText) };
}

/** `driver/Makefile:3: *** missing separator.  Stop.`, `make[2]: *** No rule to make target …` */
function makeMessage(line: string): CompilerMessage | undefined {
  const [, file, at, text] = /^([^\s:][^:]*):(?:(\d{1,9}):)? \*\*\* (.+)$/.exec(line) ?? [];
  if (file === undefined || text === undefined) return undefined;
  const place = at === undefined ? {} : { file: relativeFile(file), line: Number(at) };
  return { severity: 'error', ...place, text: text.slice(0, maxText) };
}

function severityOf(kind: string): CompilerMessage['severity'] {
  return kind.toLowerCase() === 'error' ? 'error' : 'warning';
}

function relativeFile(file: string): string {
  return file.startsWith('./') ? file.slice(2) : file;
}

/** `driver/edu.c:12: error: …`, as a compiler writes it, without the column. */
export function compilerWords({ severity, file, line, text }: CompilerMessage): string {
  const place = file === undefined ? '' : `${file}:${line ?? 1}: `;
  return `${place}${severity}: ${text}`;
}

/** Messages from a file of the store. Undefined: it has none, or they are damaged. */
export function parseCompilerMessages(value: unknown): CompilerMessages | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('errors' in value && 'warnings' in value && 'messages' in value)) return undefined;
  const { errors, warnings, messages } = value;
  if (typeof errors !== 'number' || typeof warnings !== 'number' || !Array.isArray(messages)) return undefined;
  return messages.every(isMessage) ? { errors, warnings, messages } : undefined;
}

function isMessage(value: unknown): value is CompilerMessage {
  if (typeof value !== 'object' || value === null) return false;
  if (!('severity' in value && 'text' in value)) return false;
  return (
    (value.severity === 'error' || value.severity === 'warning') &&
    typeof value.text === 'string' &&
    (!('file' in value) || typeof value.file === 'string') &&
    (!('line' in value) || typeof value.line === 'number')
  );
}
