import { radio } from './radio.ts';

export default radio({ acpi: 'PRP0001', compatible: 'acme,radio' });
