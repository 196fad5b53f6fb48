import { receiver } from './receiver.ts';

export default receiver({ acpi: 'QDTR0001' });
