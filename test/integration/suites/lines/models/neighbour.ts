import { defineLinkPartner, type LinkDevice, type Controls } from 'qemu-driver-test/device';

const controls = {
  pings: { type: 'number', initial: 0, readOnly: true, about: 'how many it has answered' },
} as const;

/** Answers ARP and ping for every address. */
export default defineLinkPartner({
  name: 'neighbour',
  mac: '02:00:00:00:00:02',
  controls,
  received: (device, frame) => {
    if (frame.readUInt16BE(12) === 0x0806 && frame.readUInt16BE(20) === 1) answerArp(device, frame);
    else if (frame.readUInt16BE(12) === 0x0800 && frame[23] === 1 && frame[34] === 8) {
      device.controls.pings++;
      answerPing(device, frame);
    }
  },
});

type Partner = Pick<LinkDevice<undefined, Controls>, 'link'>;

/** The same frame, from us to its sender. */
function returned({ link }: Partner, frame: Buffer): Buffer {
  const reply = Buffer.from(frame);
  frame.copy(reply, 0, 6, 12);
  link.mac.copy(reply, 6);
  return reply;
}

function answerArp(partner: Partner, frame: Buffer): void {
  const reply = returned(partner, frame);
  reply.writeUInt16BE(2, 20);
  partner.link.mac.copy(reply, 22);
  frame.copy(reply, 28, 38, 42);
  frame.copy(reply, 32, 22, 32);
  partner.link.send(reply);
}

/** The sum over an echo reply is that of its request, with 8 less in the first byte. */
function answerPing(partner: Partner, frame: Buffer): void {
  const reply = returned(partner, frame);
  frame.copy(reply, 26, 30, 34);
  frame.copy(reply, 30, 26, 30);
  reply[34] = 0;
  const sum = frame.readUInt16BE(36) + 0x0800;
  reply.writeUInt16BE((sum & 0xffff) + (sum >> 16), 36);
  partner.link.send(reply);
}
