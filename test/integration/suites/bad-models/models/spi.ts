import { defineSpiDevice } from 'qemu-driver-test/device';
import { bear, mood } from './mood.ts';

const readStatus = 5;

/** An EEPROM, for the driver. */
export default defineSpiDevice({
  name: 'bad-spi',
  spi: { type: 'at25', compatible: 'atmel,at25' },
  properties: { size: 1024, pagesize: 32, 'address-width': 16 },
  controls: mood,
  exchange: ({ controls }, sent) => {
    bear(controls.mood);
    return sent[0] === readStatus ? Buffer.alloc(sent.length) : Buffer.alloc(sent.length, 'g');
  },
});
