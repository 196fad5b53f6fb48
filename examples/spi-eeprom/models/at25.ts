import { defineSpiDevice, ms } from 'qemu-driver-test/device';

const size = 1024;
const pageBytes = 32;
const writeTime = 2 * ms;

/** An SPI EEPROM with 16 address bits, such as the 25LC080. */
export default defineSpiDevice({
  name: 'at25',
  spi: { type: 'at25', compatible: 'atmel,at25', maxHz: 1_000_000, mode: 0 },
  properties: { size, pagesize: pageBytes, 'address-width': 16 },
  commands: { WRITE_STATUS: 1, WRITE: 2, READ: 3, WRITE_DISABLE: 4, READ_STATUS: 5, WRITE_ENABLE: 6 },
  controls: { protected: { type: 'switch', initial: false, about: 'the pin that forbids writing' } },
  state: () => ({ cells: Buffer.alloc(size, 0xff), canWrite: false, isWriting: false }),
  exchange: ({ state, controls, clock }, sent, { command }) => {
    const answer = Buffer.alloc(sent.length, 0xff);
    const address = sent.length < 3 ? 0 : sent.readUInt16BE(1);
    switch (command) {
      case 'WRITE_ENABLE':
        state.canWrite = true;
        break;
      case 'WRITE_DISABLE':
        state.canWrite = false;
        break;
      case 'READ_STATUS':
        answer.fill((state.canWrite ? 2 : 0) | (state.isWriting ? 1 : 0), 1);
        break;
      case 'READ':
        for (let at = 3; at < sent.length; at++) answer[at] = state.cells[(address + at - 3) % size] ?? 0xff;
        break;
      case 'WRITE': {
        if (!state.canWrite || controls.protected) break;
        // A page wraps around.
        const page = (address % size) & ~(pageBytes - 1);
        for (let at = 3; at < sent.length; at++)
          state.cells[page | ((address + at - 3) & (pageBytes - 1))] = sent[at] ?? 0xff;
        state.canWrite = false;
        state.isWriting = true;
        clock.after(writeTime, () => {
          state.isWriting = false;
        });
        break;
      }
      // It has no protected blocks, and does not know other commands.
      case 'WRITE_STATUS':
      case undefined:
        break;
    }
    return answer;
  },
});
