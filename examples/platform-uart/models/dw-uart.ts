import { designwareUart } from './uart-16550.ts';

/** Found by the name of its driver, which then gets its match data by the compatible string. */
export default designwareUart({ driver: 'dw-apb-uart', compatible: 'snps,dw-apb-uart' });
