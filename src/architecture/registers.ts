/** Where a processor is, from its registers as QEMU's monitor shows them (`info registers`). */
export interface ProcessorState {
  /** The address of the next instruction, as hexadecimal digits. */
  readonly pointer: string;
  /** The name of that register. */
  readonly name: string;
  readonly interruptsOff: boolean;
  /** It waits for an interrupt. */
  readonly isHalted: boolean;
  /** It runs a program. */
  readonly isUser: boolean;
}

const interruptFlagOfX86 = 0x200;
const irqMaskOfArm = 0x80;
const interruptEnableOfRiscv = 0x2n;

/** Undefined: these are the registers of no architecture that we know. */
export function readProcessorState(registers: string): ProcessorState | undefined {
  return x86State(registers) ?? armState(registers) ?? riscvState(registers);
}

function x86State(text: string): ProcessorState | undefined {
  const [, pointer, flags = ''] = /\bRIP=([\da-f]{16}) RFL=([\da-f]{8})/.exec(text) ?? [];
  if (pointer === undefined) return undefined;
  return {
    pointer,
    name: 'RIP',
    interruptsOff: (Number.parseInt(flags, 16) & interruptFlagOfX86) === 0,
    isHalted: /\bHLT=1\b/.test(text),
    isUser: /\bCPL=3\b/.test(text),
  };
}

/** `PC=ffff800080011234 …`, `PSTATE=800003c5 N--- EL1h`; nothing tells whether it waits. */
function armState(text: string): ProcessorState | undefined {
  const pointer = /\bPC=([\da-f]{16})\b/.exec(text)?.[1];
  const [, flags, level] = /\bPSTATE=([\da-f]{8}) \S+ (?:\S+ )?EL(\d)/.exec(text) ?? [];
  if (pointer === undefined || flags === undefined) return undefined;
  return {
    pointer,
    name: 'PC',
    interruptsOff: (Number.parseInt(flags, 16) & irqMaskOfArm) !== 0,
    isHalted: false,
    isUser: level === '0',
  };
}

/** ` pc       ffffffff80a01234`, ` mstatus  0000000a000000a2`; a kernel lives in the upper half of all addresses. */
function riscvState(text: string): ProcessorState | undefined {
  const pointer = /^ pc +([\da-f]{16})\b/m.exec(text)?.[1];
  const status = /^ mstatus +([\da-f]{16})\b/m.exec(text)?.[1];
  if (pointer === undefined || status === undefined) return undefined;
  return {
    pointer,
    name: 'pc',
    interruptsOff: (BigInt(`0x${status}`) & interruptEnableOfRiscv) === 0n,
    isHalted: false,
    isUser: pointer.startsWith('0'),
  };
}
