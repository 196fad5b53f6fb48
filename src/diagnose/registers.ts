import { bounds } from '../bounds/bounds.ts';

/** Registers that say where and on what a kernel failed, by architecture's own name. */
const interesting =
  /(?<![\w.])(RIP|EIP|CR2|PC is at|pc|epc|LR is at|lr|ra|badaddr|cause|status|FAR|ESR|RAX|RBX|RCX|RDX|RSI|RDI|x0|x1|a0|a1|r0|r1)\s?(?::| =)?\s+((?:[\da-f]{4}:)?(?:\[?<?[\da-f]+>?\]?(?![\w+])|[A-Za-z_][\w.$]*\+0x[\da-f]+\/0x[\da-f]+(?: \[[\w-]+\])?))/g;
const registerLine =
  /^\s*(?:[RE]IP|PC is at|LR is at|pc|lr|epc|ra|R[ABCDS][XIP]|CR2|CS:|FS:|x\d|a0|r\d|status|badaddr|ESR|FAR|gp)\b|CR2: /;

/** From here on they are those of the program that made the system call. */
const userMode = /^\s*(?:RIP: (?:0033|0023|002b):|EIP: 0073:)/;

/** The registers of interest as printed, the first time each is printed. */
export function readRegisters(lines: readonly string[]): Readonly<Record<string, string>> {
  const registers: Record<string, string> = {};
  for (const text of lines) {
    if (userMode.test(text)) break;
    if (!registerLine.test(text)) continue;
    for (const [, name = '', value = ''] of text.matchAll(interesting))
      registers[name.replace(' is at', '')] ??= value.slice(0, bounds.symbols.nameChars);
  }
  return registers;
}
