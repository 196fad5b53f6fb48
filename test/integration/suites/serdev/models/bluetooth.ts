import { defineSerialDevice } from 'qemu-driver-test/device';

// A Bluetooth controller at a serial line, by the names of the Core Specification, volume 4, part E. Its driver is the
// kernel's hci_uart, whose part for Broadcom's chips is found by an id of ACPI.

const [commandPacket, eventPacket, commandComplete] = [1, 4, 0x0e];
const headerBytes = 4;
const [manufacturer, chip, version] = [15, 0x410e, 6];

/** What the answer to a command has behind its status. The others have nothing. */
const answers: Readonly<Record<number, Buffer>> = {
  0x080e: Buffer.alloc(2), // default link policy
  0x0c0d: Buffer.alloc(4), // stored link keys
  0x0c14: named('a model of a chip'),
  0x0c1b: Buffer.of(0, 8, 0x12, 0), // page scan activity
  0x0c23: Buffer.alloc(3), // class of device
  0x0c25: Buffer.of(0x60, 0), // voice setting
  0x0c38: Buffer.of(1), // number of inquiry access codes
  0x0c39: Buffer.of(1, 0x33, 0x8b, 0x9e), // current inquiry access codes
  0x0c46: Buffer.of(0), // page scan type
  0x1001: Buffer.of(version, 1, 0, version, manufacturer, 0, chip & 0xff, chip >> 8),
  0x1002: Buffer.alloc(64), // supported commands
  0x1003: Buffer.alloc(8), // features
  0x1004: Buffer.alloc(10), // extended features
  0x1005: Buffer.of(0xfd, 3, 64, 8, 0, 1, 0), // sizes of buffers
  0x1009: Buffer.from('060504e51d00', 'hex'), // address
  0xfc6e: Buffer.alloc(8), // Broadcom: features
  0xfc79: Buffer.of(77, 0, 0, 0, 1, 0), // Broadcom: chip and build
};

export default defineSerialDevice({
  name: 'bluetooth',
  serdev: { acpi: 'BCM2E40', baud: 115_200 },
  controls: { commands: { type: 'number', initial: 0, readOnly: true, about: 'how many it has carried out' } },
  state: () => ({ input: Buffer.alloc(0) }),
  received: ({ state, controls, line }, bytes) => {
    state.input = Buffer.concat([state.input, bytes]);
    for (;;) {
      // What is no packet is skipped.
      const start = state.input.indexOf(commandPacket);
      state.input = start === -1 ? Buffer.alloc(0) : state.input.subarray(start);
      const end = headerBytes + (state.input[3] ?? 0);
      if (state.input.length < Math.max(end, headerBytes)) return;
      controls.commands++;
      line.send(answerTo(state.input.readUInt16LE(1)));
      state.input = state.input.subarray(end);
    }
  },
});

function answerTo(command: number): Buffer {
  const returned = answers[command] ?? Buffer.alloc(0);
  const [moreCommands, success] = [1, 0];
  const header = [eventPacket, commandComplete, 4 + returned.length, moreCommands];
  return Buffer.concat([Buffer.of(...header, command & 0xff, command >> 8, success), returned]);
}

function named(name: string): Buffer {
  const bytes = Buffer.alloc(248);
  bytes.write(name);
  return bytes;
}
