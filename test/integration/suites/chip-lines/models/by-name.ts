import { radio } from './radio.ts';

export default radio({ type: 'radio' });
