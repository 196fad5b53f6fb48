import { hidDescriptorAt } from 'qemu-driver-test/device';
import { hidKeyboard, registers } from '../../board/models/hid-keyboard.ts';

/** Found by the id that all such devices have. A method says where its descriptor is. */
export default hidKeyboard({ acpi: 'PNP0C50', dsm: hidDescriptorAt(registers.descriptor) });
