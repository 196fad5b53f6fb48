import { definePlatformDevice, type PlatformIdentity } from 'qemu-driver-test/device';

const queueBytes = 4096;

/** What the handlers below share of the device. */
interface Uart {
  readonly regs: { LCR: number };
  readonly state: { received: number[]; enabled: number; isSent: boolean };
  readonly controls: { sent: string };
  readonly interrupts: { raise: () => void; lower: () => void };
  readonly line: { send: (bytes: Buffer) => void };
}

const registers = {
  DATA: { at: 0x00 },
  IER: { at: 0x04, fields: { RECEIVED: { bits: 0 }, SENT: { bits: 1 }, LINE: { bits: 2 }, MODEM: { bits: 3 } } },
  IIR: { at: 0x08 },
  LCR: { at: 0x0c },
  MCR: { at: 0x10 },
  LSR: { at: 0x14, access: 'RO' },
  MSR: { at: 0x18, access: 'RO' },
  SCRATCH: { at: 0x1c },
  USR: { at: 0x7c, access: 'RO', reset: 6 },
  FRACTION: { at: 0xc0, access: 'RO', about: 'of the divisor; this one has none' },
  CPR: { at: 0xf4, access: 'RO' },
  VERSION: { at: 0xf8, access: 'RO', reset: 0x3430302a },
} as const;

const controls = {
  typed: { type: 'text', initial: '', about: 'arrives at the port' },
  sent: { type: 'text', initial: '', readOnly: true, about: 'the last characters that the port has sent' },
} as const;

const initialState = () => ({ received: [] as number[], enabled: 0, divisor: [1, 0], fifos: 0, isSent: false });

const hz = 1_843_200;

/** DesignWare's UART, a 16550A with a few registers of its own. A property or a clock says how fast it counts. */
export function designwareUart(platform: PlatformIdentity, speed: 'property' | 'clock' = 'property') {
  return definePlatformDevice({
    name: 'dw-uart',
    platform,
    properties: { 'reg-shift': 2, 'reg-io-width': 4, ...(speed === 'property' ? { 'clock-frequency': hz } : {}) },
    clocks: speed === 'clock' ? { baudclk: hz } : {},
    interrupts: { line: true },
    bars: { 0: { size: 0x100, registers } },
    controls,
    state: initialState,
    changed: {
      typed: (uart, text) => take(uart, Buffer.from(text)),
    },
    received: take,
    read: {
      DATA: (uart) => (isDivisor(uart) ? (uart.state.divisor[0] ?? 0) : next(uart)),
      IER: (uart) => (isDivisor(uart) ? (uart.state.divisor[1] ?? 0) : uart.state.enabled),
      IIR: (uart) => {
        const cause = causeOf(uart);
        if (cause === sentCause) uart.state.isSent = false;
        update(uart);
        return cause | (uart.state.fifos & 1 ? 0xc0 : 0);
      },
      LSR: ({ state }) => 0x60 | (state.received.length > 0 ? 1 : 0),
      // Connected; or, in loopback, what MCR says.
      MSR: ({ regs }) =>
        regs.MCR & 0x10 ? ((regs.MCR & 0xc) << 4) | ((regs.MCR & 2) << 3) | ((regs.MCR & 1) << 5) : 0xb0,
    },
    write: {
      DATA: (uart, value) => {
        const byte = value & 0xff;
        if (isDivisor(uart)) {
          uart.state.divisor[0] = byte;
          return;
        }
        if (uart.regs.MCR & 0x10) uart.state.received.push(byte);
        else send(uart, byte);
        uart.state.isSent = true;
        update(uart);
      },
      IER: (uart, value) => {
        if (isDivisor(uart)) {
          uart.state.divisor[1] = value & 0xff;
          return;
        }
        uart.state.enabled = value & 0xf;
        if (value & 2) uart.state.isSent = true;
        update(uart);
      },
      IIR: ({ state }, value) => {
        state.fifos = value;
        if (value & 2) state.received = [];
      },
    },
  });
}

const receivedCause = 4;
const sentCause = 2;
const noCause = 1;

/** Characters arrive, from a test or from the far end of the line. */
function take(uart: Uart, characters: Buffer): void {
  if (uart.state.received.length < queueBytes) uart.state.received.push(...characters);
  update(uart);
}

function send(uart: Uart, character: number): void {
  uart.controls.sent = (uart.controls.sent + String.fromCharCode(character)).slice(-200);
  uart.line.send(Buffer.of(character));
}

function next(uart: Uart): number {
  const byte = uart.state.received.shift() ?? 0;
  update(uart);
  return byte;
}

/** Bit 7 of LCR puts the divisor in the place of DATA and IER. */
function isDivisor({ regs }: Uart): boolean {
  return (regs.LCR & 0x80) !== 0;
}

function causeOf({ state }: Uart): number {
  if (state.enabled & 1 && state.received.length > 0) return receivedCause;
  return state.enabled & 2 && state.isSent ? sentCause : noCause;
}

function update(uart: Uart): void {
  if (causeOf(uart) === noCause) uart.interrupts.lower();
  else uart.interrupts.raise();
}
