/** What goes wrong with a frame on the bus. The controller of its sender reports it. */
export type CanError = 'ack' | 'bit' | 'stuff' | 'form' | 'crc' | 'bus-off';

/** Those that a test can choose for one frame. */
export const frameErrors = ['ack', 'bit', 'stuff', 'form', 'crc'] as const satisfies readonly CanError[];

const errorFlag = 0x2000_0000;
/** Classes of errors in the id of an error frame, as in the kernel's interface for programs (`linux/can/error.h`). */
const protocolViolation = 0x8;
const noAcknowledge = 0x20;
const busIsOff = 0x40;

/** Of a violation: its type in byte 2, its place in the frame in byte 3. */
const violations: Readonly<Record<'bit' | 'stuff' | 'form' | 'crc', readonly [type: number, place: number]>> = {
  bit: [0x01, 0x0a],
  form: [0x02, 0x1a],
  stuff: [0x04, 0x0a],
  crc: [0x00, 0x08],
};

/** The error as a frame, which is how a CAN interface tells it. */
export function errorFrame(error: CanError): { readonly id: number; readonly data: Uint8Array } {
  const data = new Uint8Array(8);
  if (error === 'ack') return { id: errorFlag | noAcknowledge, data };
  if (error === 'bus-off') return { id: errorFlag | busIsOff, data };
  data.set(violations[error], 2);
  return { id: errorFlag | protocolViolation, data };
}
