import { defineI2cDevice, type I2cIdentity } from 'qemu-driver-test/device';

const reportDescriptor = Buffer.from(
  '05010906a101050719e029e71500250175019508810295017508810395067508150025650507190029658100c0',
  'hex',
);
export const registers = { descriptor: 1, report: 2, input: 3, output: 4, command: 5, data: 6 };
const inputBytes = 10;
const resetCommand = 1;

/** How the driver finds it, and where it reads that its descriptor is. */
type Finding = Pick<I2cIdentity, 'type' | 'compatible' | 'acpi' | 'dsm'> & {
  readonly properties?: Readonly<Record<string, number>>;
};

/** A keyboard that speaks HID over I2C. Its line is low while it has something to say. */
export function hidKeyboard({ properties = {}, ...finding }: Finding) {
  return defineI2cDevice({
    name: 'keyboard',
    i2c: { address: 0x2c, interrupt: { activeLow: true }, ...finding },
    properties,
    controls: { key: { type: 'number', initial: 0, about: 'usage of the key that is pressed; 0: none' } },
    state: () => ({ asked: registers.input, reports: [] as Buffer[] }),
    changed: {
      key: ({ state, interrupts }, usage) => {
        state.reports.push(Buffer.from([inputBytes, 0, 0, 0, usage, 0, 0, 0, 0, 0]));
        interrupts.raise();
      },
    },
    transfer: ({ state, interrupts }, message) => {
      if (message.direction === 'out') {
        const { bytes } = message;
        state.asked = bytes.length >= 2 ? bytes.readUInt16LE(0) : registers.input;
        if (state.asked === registers.command && bytes[3] === resetCommand) {
          // A report of length 0 says that the reset is done.
          state.reports = [Buffer.alloc(2)];
          interrupts.raise();
        }
        return undefined;
      }
      const { asked } = state;
      state.asked = registers.input;
      if (asked === registers.descriptor) return describe();
      if (asked === registers.report) return reportDescriptor;
      const report = state.reports.shift() ?? Buffer.alloc(inputBytes);
      if (state.reports.length === 0) interrupts.lower();
      return report;
    },
  });
}

/** Of the device: lengths, registers, ids. */
function describe(): Buffer {
  const { report, input, output, command, data } = registers;
  const reports = [reportDescriptor.length, report, input, inputBytes, output, 0];
  const fields = [30, 0x0100, ...reports, command, data, 0x1de5, 1, 1];
  const bytes = Buffer.alloc(30);
  fields.forEach((value, index) => bytes.writeUInt16LE(value, 2 * index));
  return bytes;
}
