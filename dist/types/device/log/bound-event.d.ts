import type { DeviceEvent } from './access-log.ts';
/**
 * The event with every text cut, and no more registers than a reader looks at: ten thousand of them are kept, and sent.
 */
export declare function boundEvent(event: DeviceEvent): DeviceEvent;
