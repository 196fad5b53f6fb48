import { receiver } from './receiver.ts';

export default receiver({ compatible: 'acme,receiver', baud: 9600 });
