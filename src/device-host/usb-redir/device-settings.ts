import type { UsbUnit } from '../../device/unit/usb-unit.ts';
import { defaultSpeed } from '../../device/usb/usb-layout.ts';
import { endpointsBody, interfacesBody } from './describe-usb.ts';
import type { PendingTransfers } from './pending-transfers.ts';
import { messages, type SendMessage, statuses } from './redir-message.ts';
import { statusOf } from './redir-transfer.ts';

const nothing = Buffer.alloc(0);
const setConfiguration = 9;
const setInterface = 11;

export interface SettingsLinks {
  readonly send: SendMessage;
  readonly pending: PendingTransfers;
  /** False: the device is unplugged, which the machine may not have heard yet. */
  readonly isThere: () => boolean;
}

/** The device's configuration and the alternate settings of its interfaces, which the machine asks for and changes. */
export class DeviceSettings {
  readonly #unit: UsbUnit;
  readonly #links: SettingsLinks;

  constructor(unit: UsbUnit, links: SettingsLinks) {
    this.#unit = unit;
    this.#links = links;
  }

  /** What the machine must know before it may use the endpoints. */
  describe(): void {
    const { state, model } = this.#unit;
    const { chosen, configuration } = state;
    const speed = model.usb.speed ?? defaultSpeed;
    this.#links.send(messages.interfaceInfo, 0n, interfacesBody(chosen));
    this.#links.send(messages.endpointInfo, 0n, endpointsBody(chosen, configuration !== 0, speed));
  }

  tellConfiguration(id: bigint, status: number = statuses.success): void {
    this.#links.send(messages.configurationStatus, id, Buffer.from([status, this.#unit.state.configuration]));
  }

  tellAlternate(id: bigint, body: Buffer): void {
    const face = body.readUInt8(0);
    const isKnown = this.#unit.state.alternate(face) !== undefined;
    this.#sendAlternate(id, face, isKnown ? statuses.success : statuses.stall);
  }

  configure(id: bigint, body: Buffer): void {
    const setup = { requestType: 0x00, request: setConfiguration, value: body.readUInt8(0), index: 0, length: 0 };
    this.#change(id, setup, (status) => this.tellConfiguration(id, status));
  }

  choose(id: bigint, body: Buffer): void {
    const [face, value] = [body.readUInt8(0), body.readUInt8(1)];
    const setup = { requestType: 0x01, request: setInterface, value, index: face, length: 0 };
    this.#change(id, setup, (status) => this.#sendAlternate(id, face, status));
  }

  #sendAlternate(id: bigint, face: number, status: number): void {
    const alternate = this.#unit.state.alternate(face) ?? 0;
    this.#links.send(messages.alternateStatus, id, Buffer.from([status, face, alternate]));
  }

  #change(id: bigint, setup: Parameters<UsbUnit['carryControl']>[0], tell: (status: number) => void): void {
    if (!this.#links.isThere()) {
      tell(statuses.cancelled);
      return;
    }
    this.#links.pending.begin(id, 0, {
      carry: (cancelled) => this.#unit.carryControl(setup, nothing, cancelled),
      answer: ({ outcome }) => {
        if (outcome === 'done') this.describe();
        tell(statusOf(outcome));
      },
    });
  }
}
