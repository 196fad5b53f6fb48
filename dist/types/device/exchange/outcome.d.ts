/**
 * How an exchange ended, as the machine is told. `nak`: no answer (USB), no acknowledge (I2C). `gone`: there is no
 * device any more. `cancelled`: by the machine.
 */
export type ExchangeOutcome = 'done' | 'stall' | 'nak' | 'io-error' | 'babble' | 'arbitration-lost' | 'bus-error' | 'stuck-low' | 'dropped' | 'error-frame' | 'bus-off' | 'cancelled' | 'gone';
/** `bytes`: what the machine gets, or for `out` what the device got. */
export interface Exchanged {
    readonly outcome: ExchangeOutcome;
    readonly bytes: Buffer;
}
