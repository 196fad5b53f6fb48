import { baseName, type StackFrame } from './stack-frame.ts';

const func = String.raw`(?:\[?<?[\da-fx]+>?\]? +){0,2}([A-Za-z_$][\w.$]*)(?:\+(0x[\da-f]+)\/0x[\da-f]+)(?: \[([\w-]+)(?:[^\w\]-][^\]]*)?\])?`;

/** How each architecture names the instruction that went wrong. */
const pointers: readonly RegExp[] = [
  // x86: `RIP: 0010:func+0x1/0x2`, `RIP: 0010:[<address>] [<address>] func+…`, `IP: func+…`, `EIP: func+…`, `EIP is at
  // func+…`
  new RegExp(String.raw`^(?:R|E)?IP(?::| is at) (?:[\da-f]{4}:)? *${func}`),
  // arm64 and arm: `pc : func+…`, `PC is at func+…`
  new RegExp(String.raw`^(?:pc : |PC is at )${func}`),
  // riscv, mips: `epc : func+…`
  new RegExp(String.raw`^epc *: *${func}`),
  // powerpc: `NIP [address] func+…`; s390: `Krnl PSW : … (func+…)`; loongarch: `ERA: address func+…`
  new RegExp(String.raw`^NIP:? ${func}`),
  /^Krnl PSW : [\da-f]+ [\da-f]+ \((?:\[<[\da-f]+>\] )?([A-Za-z_$][\w.$]*)\+(0x[\da-f]+)\/0x[\da-f]+(?: \[([\w-]+)\])?\)/,
  new RegExp(String.raw`^ *ERA: ${func}`),
];
/** The program counter points to no code: a call through a bad pointer. Then the caller is next. */
const nowhere =
  /^(?:(?:R|E)?IP:? (?:[\da-f]{4}:)? *(?:\[< *)?(?:0x[\da-f]+|\(null\)|[\da-f]{8,})|pc : (?:0x|\[)|PC is at (?:0x|\(null\)|\s))/;
const user = /^(?:RIP: (?:0033|0023|e033|e02b):|EIP: 0073:)/;
/** Traces that addr2line has been over name inlined functions first: `IP: func file.c:12 [inline]`. */
const inlined = /^(?:R|E)?IP: (?:[\da-f]{4}:)?([A-Za-z_][\w.$]*) [\w./-]+:\d+ \[inline\]/;

export type InstructionPointer =
  | { readonly kind: 'kernel'; readonly frame: StackFrame }
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'user' };

/** What a line says of the instruction pointer; undefined if it says nothing. */
export function parseInstructionPointer(text: string): InstructionPointer | undefined {
  const trimmed = text.trimStart();
  if (!mentionsPointer(trimmed)) return undefined;
  if (user.test(trimmed)) return { kind: 'user' };
  for (const pattern of [...pointers, inlined]) {
    const match = pattern.exec(trimmed);
    if (match !== null) {
      const [, name = '', offset, module] = match;
      return { kind: 'kernel', frame: { name: baseName(name), offset, module, reliable: true } };
    }
  }
  return nowhere.test(trimmed) ? { kind: 'nowhere' } : undefined;
}

function mentionsPointer(text: string): boolean {
  return /^(?:[RE]?IP|pc :|PC is|epc|NIP|Krnl PSW|ERA:)/.test(text);
}
