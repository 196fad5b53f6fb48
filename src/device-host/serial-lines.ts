import type { UartLine } from '../device/serial/uart-line.ts';
import type { SerialUnit } from '../device/unit/serial-unit.ts';
import { bounds } from '../bounds/bounds.ts';
import type { CloseReason, ServedDevice, ServiceListener } from './served-device.ts';

/** A line has a device at its far end already. */
export class LineTaken extends Error {
  override readonly name = 'LineTaken';
}

/** A serial device, and whether its machine is there. */
interface Member {
  readonly unit: SerialUnit;
  readonly listener: ServiceListener;
}

interface PlacedLine {
  uart?: UartLine;
  end?: Member;
  /** The UART is in a machine. */
  isConnected: boolean;
}

/**
 * The lines between models of UARTs and the devices at their far ends, by the ids of the UARTs. Either may be created
 * first, and either may be missing: a model is tried alone before it is used.
 */
export class SerialLines {
  readonly #lines = new Map<string, PlacedLine>();

  /** Follows a UART: its line is up while it is in a machine. Returns its listener, which passes all on. */
  addUart(id: string, uart: UartLine, listener: ServiceListener): ServiceListener & { readonly leave: () => void } {
    const line = this.#line(id);
    line.uart = uart;
    this.#join(line);
    return {
      onConnected: () => {
        listener.onConnected();
        line.isConnected = true;
        raise(line);
      },
      onClosed: (reason) => {
        listener.onClosed(reason);
        line.isConnected = false;
        lower(line, reason);
      },
      leave: () => {
        lower(line, { kind: 'removed' });
        delete line.uart;
        this.#drop(id, line);
      },
    };
  }

  /** A device at the far end of a UART's line. @throws LineTaken */
  join(id: string, unit: SerialUnit, listener: ServiceListener): Omit<ServedDevice, 'path'> {
    const line = this.#line(id);
    if (line.end !== undefined) throw new LineTaken(`there is already a device at the line of ${id}`);
    line.end = { unit, listener };
    this.#join(line);
    const leave = (reason: CloseReason): void => {
      if (line.end?.unit !== unit) return;
      lower(line, reason);
      delete line.end;
      this.#drop(id, line);
    };
    return {
      remove: () => leave({ kind: 'removed' }),
      transfersDone: () => Promise.resolve(),
      [Symbol.dispose]: () => leave({ kind: 'removed' }),
    };
  }

  #line(id: string): PlacedLine {
    const found = this.#lines.get(id) ?? { isConnected: false };
    this.#lines.set(id, found);
    return found;
  }

  #drop(id: string, { uart, end }: PlacedLine): void {
    if (uart === undefined && end === undefined) this.#lines.delete(id);
  }

  /** The UART knows its far end from now on: the machine's tables may name it. */
  #join(line: PlacedLine): void {
    const { uart, end } = line;
    if (uart === undefined || end === undefined) return;
    uart.farEnd = { serdev: end.unit.model.serdev, receive: inTurn(end.unit) };
    if (line.isConnected) raise(line);
  }
}

/** Connects the far end, which is a reset of it. */
function raise({ uart, end }: PlacedLine): void {
  if (uart === undefined || end === undefined || uart.isUp) return;
  uart.isUp = true;
  end.listener.onConnected();
  end.unit.connect((bytes) => uart.deliver(bytes));
}

function lower({ uart, end }: PlacedLine, reason: CloseReason): void {
  if (uart?.isUp !== true) return;
  uart.isUp = false;
  end?.unit.disconnect();
  end?.listener.onClosed(reason);
}

/** While the device deals with what came, further bytes wait. What is too much is lost, as on a wire. */
function inTurn(unit: SerialUnit): (bytes: Buffer) => void {
  let turn = Promise.resolve();
  let waiting = 0;
  return (bytes) => {
    if (waiting + bytes.length > bounds.frames.unreadBytes) return;
    waiting += bytes.length;
    turn = turn.then(async () => {
      waiting -= bytes.length;
      await unit.receive(bytes);
    });
  };
}
