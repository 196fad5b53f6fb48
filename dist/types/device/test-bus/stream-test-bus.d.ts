import type { Controls } from '../definition/control.ts';
import type { LinkModel, TypedLinkModel } from '../link/link-definition.ts';
import type { SerialModel, TypedSerialModel } from '../serial/serial-definition.ts';
import { UnitBus } from './unit-bus.ts';
/** A serial device and the machine's end of its line, for tests of a model without QEMU. */
export declare class SerialTestBus<C extends Controls> extends UnitBus<SerialModel, C> {
    readonly line: {
        /** The machine sends bytes, or the UTF-8 of a text. Resolves when the model has dealt with them. */
        readonly write: (bytes: Uint8Array | string) => Promise<void>;
        /** Returns and removes what the machine has received. */
        readonly take: () => Buffer;
    };
    constructor(model: TypedSerialModel<C>);
}
/** A link partner and the machine's end of its cable, for tests of a model without QEMU. */
export declare class LinkTestBus<C extends Controls> extends UnitBus<LinkModel, C> {
    readonly link: {
        /** The machine sends a frame. Resolves when the model has dealt with it. */
        readonly send: (frame: Uint8Array) => Promise<void>;
        /** Returns and removes the frames that the machine has received. */
        readonly take: () => readonly Buffer[];
    };
    constructor(model: TypedLinkModel<C>);
}
