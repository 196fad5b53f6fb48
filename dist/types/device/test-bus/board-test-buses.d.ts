import type { Controls } from '../definition/control.ts';
import type { RegisterName, RegisterValue } from '../definition/definition.ts';
import type { ExchangeOutcome } from '../exchange/outcome.ts';
import type { GpioModel, TypedGpioModel } from '../gpio/gpio-definition.ts';
import type { GpioLines } from '../gpio/gpio-line.ts';
import type { PlatformBars, PlatformModel, TypedPlatformModel } from '../platform/platform-definition.ts';
import type { PointedRegisters, PointedValue } from '../register/pointed-register.ts';
import type { SpiModel, TypedSpiModel } from '../spi/spi-definition.ts';
import { GpioEnds } from './gpio-ends.ts';
import { GuestMemory } from './guest-memory.ts';
import { UnitBus } from './unit-bus.ts';
/** An exchange did not end well. The machine's driver would get an error. */
export declare class SpiExchangeError extends Error {
    readonly name = "SpiExchangeError";
    readonly outcome: ExchangeOutcome;
    constructor(outcome: ExchangeOutcome);
}
/** An SPI device in a simulated machine. */
export declare class SpiTestBus<C extends Controls, L extends GpioLines, R extends PointedRegisters> extends UnitBus<SpiModel, C> {
    #private;
    readonly gpios: GpioEnds<L>;
    constructor(model: TypedSpiModel<C, L, R>);
    /** The time that the chip select is low. `length`: absent as long as what is sent. @throws SpiExchangeError */
    exchange(sent: Uint8Array | readonly number[], length?: number): Promise<Buffer>;
    /** As a driver does it. @throws SpiExchangeError */
    read<N extends keyof R & string>(name: N): Promise<PointedValue<R, N>>;
    /** As a driver does it. @throws SpiExchangeError */
    write<N extends keyof R & string>(name: N, value: PointedValue<R, N>): Promise<void>;
    get isLineActive(): boolean;
    /** How many interrupts there were since this was last called. */
    takeInterrupts(): number;
    /** A reset of the machine. */
    reset(): void;
}
/** Lines in a simulated machine. */
export declare class GpioTestBus<L extends GpioLines, C extends Controls> extends UnitBus<GpioModel, C> {
    #private;
    constructor(model: TypedGpioModel<L, C>);
    /** As the machine sees it. */
    isOn(line: keyof L & string): boolean;
    /** What the machine has seen since this was last called: `pressed on`. */
    takeChanges(): readonly string[];
    /** The machine switches a line of direction `out`. */
    drive(line: keyof L & string, isOn: boolean): void;
}
/** A platform device in a simulated machine. */
export declare class PlatformTestBus<B extends PlatformBars, C extends Controls, L extends GpioLines> extends UnitBus<PlatformModel, C> {
    #private;
    readonly gpios: GpioEnds<L>;
    readonly memory: GuestMemory;
    constructor(model: TypedPlatformModel<B, C, L>);
    read<N extends RegisterName<B>>(name: N): Promise<RegisterValue<B, N>>;
    /** When it returns, everything it started is done, including transfers in memory. */
    write<N extends RegisterName<B>>(name: N, value: RegisterValue<B, N>): Promise<void>;
    get isLineActive(): boolean;
    /** How many interrupts there were since this was last called. */
    takeInterrupts(): number;
    /** A reset of the machine. */
    reset(): void;
}
