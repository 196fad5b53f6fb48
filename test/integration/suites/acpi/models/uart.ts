import { designwareUart } from '../../../../../examples/platform-uart/models/uart-16550.ts';

/** Found by an id of ACPI, as in a machine with Intel's Lynx Point. */
export default designwareUart({ acpi: 'INT33C4' });
