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
  /** How long every instruction is that waits for an interrupt, where the registers do not say that one does. */
  readonly waitBytes: number;
  /** How its callers are found; undefined: not from these registers. */
  readonly callers: Callers | undefined;
}

/** Kernels of arm64 and riscv64 keep a chain of frames, each with the address of the one before and who called. */
export interface Callers {
  /** The register with the address that the latest call returns to, as hexadecimal digits. */
  readonly link: string;
  /** The register with the address of the newest frame. */
  readonly frame: string;
  /** Where the pair of addresses begins, from the frame's own address on. */
  readonly pairAt: number;
}

/** Above the instructions of a processor, from the one before its position on. Then one that waits is seen. */
export const codeBefore = 'code from the instruction before:';

/** Above what the modules say of a processor, in the kernel's own form. */
export const namedCode = 'where it is, by the code of the modules under test:';
/** Below that: it was seen so before. */
export const stillOff = 'interrupts are off, as before';

/** arm64 and riscv64: the processor is past the instruction while it waits. */
function waitsByCode(text: string): boolean {
  return /^code from the instruction before:\r?\n0x[\da-f]+:.*(?<!\w)wfi(?!\w)/m.test(text);
}

const interruptFlagOfX86 = 0x200;
const irqMaskOfArm = 0x80;
const interruptEnableOfRiscv = 0x2n;
const interruptEnableBeforeOfRiscv = 0x20n;

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
    waitBytes: 0,
    callers: undefined,
  };
}

/** `PC=ffff800080011234 …`, `PSTATE=00000000004000c5 ---- EL1h` */
function armState(text: string): ProcessorState | undefined {
  const pointer = /\bPC=([\da-f]{16})\b/.exec(text)?.[1];
  const [, flags, level] = /\bPSTATE=([\da-f]{8,16}) \S+ (?:\S+ )?EL(\d)/.exec(text) ?? [];
  if (pointer === undefined || flags === undefined) return undefined;
  return {
    pointer,
    name: 'PC',
    interruptsOff: (Number.parseInt(flags.slice(-8), 16) & irqMaskOfArm) !== 0,
    isHalted: waitsByCode(text),
    isUser: level === '0',
    waitBytes: 4,
    callers: callersIn(text, { link: /\bX30=([\da-f]{16})\b/, frame: /\bX29=([\da-f]{16})\b/, pairAt: 0 }),
  };
}

/**
 * ` pc       ffffffff80a01234`, ` mstatus  0000000a000000a2`; a kernel lives in the upper half of all addresses. At the
 * first instruction of its handler (`stvec`), where QEMU likes to stop, a processor was at `sepc` until now.
 */
function riscvState(text: string): ProcessorState | undefined {
  const at = registerOfRiscv(text, 'pc');
  const status = registerOfRiscv(text, 'mstatus');
  if (at === undefined || status === undefined) return undefined;
  const before = at === registerOfRiscv(text, 'stvec') ? registerOfRiscv(text, 'sepc') : undefined;
  const pointer = before ?? at;
  const isUser = pointer.startsWith('0');
  const enabled = before === undefined ? interruptEnableOfRiscv : interruptEnableBeforeOfRiscv;
  return {
    pointer,
    name: 'pc',
    interruptsOff: !isUser && (BigInt(`0x${status}`) & enabled) === 0n,
    isHalted: waitsByCode(text),
    isUser,
    waitBytes: 4,
    callers: callersIn(text, { link: /\bx1\/ra +([\da-f]{16})\b/, frame: /\bx8\/s0 +([\da-f]{16})\b/, pairAt: -16 }),
  };
}

function registerOfRiscv(text: string, name: string): string | undefined {
  return new RegExp(`^ ${name} +([\\da-f]{16})\\b`, 'm').exec(text)?.[1];
}

interface CallerRegisters {
  readonly link: RegExp;
  readonly frame: RegExp;
  readonly pairAt: number;
}

function callersIn(text: string, { link, frame, pairAt }: CallerRegisters): Callers | undefined {
  const latest = link.exec(text)?.[1];
  const newest = frame.exec(text)?.[1];
  return latest === undefined || newest === undefined ? undefined : { link: latest, frame: newest, pairAt };
}
