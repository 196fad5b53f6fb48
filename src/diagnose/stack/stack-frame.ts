import { bounds } from '../../bounds/bounds.ts';
import { demangle } from './demangle.ts';

/** A function in a stack trace. */
export interface StackFrame {
  /** Without the compiler's suffixes: `.isra.0`, `.part.1`, `.constprop.2`, `.cold`. */
  readonly name: string;
  /** Offset into the function; undefined for an inlined frame or one without. */
  readonly offset: string | undefined;
  /** The module; undefined: the kernel itself. */
  readonly module: string | undefined;
  /** False for an uncertain entry of the unwinder (`? func`). */
  readonly reliable: boolean;
}

const name = String.raw`([A-Za-z_$][\w.$]*)`;
const place = String.raw`\+(0x[\da-f]+)\/0x[\da-f]+`;
const moduleName = String.raw`(?: \[([\w-]+)(?: [\da-f]+)?\])?`;
const address = String.raw`(?:\(?\[<?(?:0x)?[\da-f]{4,}>?\]\)? *){0,2}`;

/** x86, arm64, riscv, powerpc, s390, mips: ` [<address>] ? func+0x1/0x2 [module]`. */
const plain = new RegExp(String.raw`^\s*${address}(\? )?(?:\d+:)?${name}${place}${moduleName}(?: \(unreliable\))?`);
/**
 * Arm: `[<address>] (func) from [<address>] (caller+0x1/0x2)`, since 6.0 ` func from caller+0x1/0x2`; before 3.10 both
 * functions have offsets.
 */
const from = new RegExp(
  String.raw`^\s*(?:\[<[\da-f]+>\] )?\(?([A-Za-z_$][\w.$]*)(?:\+0x[\da-f]+\/0x[\da-f]+)?(?: \[([\w-]+)\])?\)? from ` +
    String.raw`(?:\[<[\da-f]+>\] )?\(?${name}${place}${moduleName}\)?`,
);
/** Symbols between functions, to which no call returns. */
const padding = /^__(?:pfx|cfi)_/;
/** A trace decoded with addr2line: `  func file.c:12 [inline]`. */
const inlined = /^\s+([A-Za-z_][\w.$]*) [\w./+-]+\.[chSrs]{1,2}:\d+ \[inline\]/;

/** The frames in a line of a report, top down: usually one, two if it also names the caller. */
export function parseFrames(text: string): readonly StackFrame[] {
  const atPlain = text.includes('+0x') && !text.includes(' from ') ? plain.exec(text) : null;
  if (atPlain !== null) {
    const [, question, func = '', offset, module] = atPlain;
    return [
      {
        name: baseName(func),
        offset,
        module,
        reliable: question === undefined && !text.includes('(unreliable)') && !padding.test(func),
      },
    ];
  }
  const atFrom = text.includes(' from ') ? from.exec(text) : null;
  if (atFrom !== null) {
    const [, callee = '', calleeModule, caller = '', offset, module] = atFrom;
    return [
      { name: baseName(callee), offset: undefined, module: calleeModule, reliable: true },
      { name: baseName(caller), offset, module, reliable: true },
    ];
  }
  const atInlined = text.endsWith('[inline]') ? inlined.exec(text) : null;
  return atInlined === null
    ? []
    : [{ name: baseName(atInlined[1] ?? ''), offset: undefined, module: undefined, reliable: true }];
}

const suffix = /\.(?:isra|part|constprop|cold|llvm|lto_priv|clone|rust)(?=\.|$)[\w.]*|\.\d+$/;

/** A function's name in the source. */
export function baseName(func: string): string {
  const known = func.slice(0, bounds.symbols.nameChars);
  const end = known.search(suffix);
  return demangle(end > 0 ? known.slice(0, end) : known);
}
