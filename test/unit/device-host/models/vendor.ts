export const vendor: number = 0x1de5;
