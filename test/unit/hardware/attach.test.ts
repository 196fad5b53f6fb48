import { describe, expect, it } from 'vitest';
import { LayoutBuilder, socketName } from '../../../src/hardware/attach/layout.ts';
import { deviceArguments } from '../../../src/hardware/attach/plug-attached.ts';

const seat = (id: string) => ({ id, socket: `/s/${id}` });

describe('what QEMU gets for models', () => {
  it('a PCI model: a function of its own', () => {
    const layout = new LayoutBuilder();
    layout.add('pci', seat('edu0'));
    expect(layout.devices.flatMap((device) => deviceArguments(device))).toEqual([
      '-device',
      '{"driver":"vfio-user-pci","id":"edu0","socket":{"type":"unix","path":"/s/edu0"},' +
        '"x-msg-timeout":60000,"x-no-posted-writes":true}',
    ]);
    expect(layout.models.get('edu0')).toEqual({ bus: 'pci' });
  });

  it('USB models: one controller, and a port for each', () => {
    const layout = new LayoutBuilder();
    layout.add('usb', seat('scale0'));
    layout.add('usb', seat('lamp.1'));
    expect(layout.devices.flatMap((device) => deviceArguments(device))).toEqual([
      '-device',
      '{"driver":"qemu-xhci","id":"qdt.usb","p2":15,"p3":15}',
      '-chardev',
      'socket,id=qdt.model.scale0,path=/s/scale0',
      '-device',
      '{"driver":"usb-redir","id":"scale0","chardev":"qdt.model.scale0","bus":"qdt.usb.0","port":"1"}',
      '-chardev',
      'socket,id=qdt.model.lamp.1,path=/s/lamp.1',
      '-device',
      '{"driver":"usb-redir","id":"lamp.1","chardev":"qdt.model.lamp.1","bus":"qdt.usb.0","port":"2"}',
    ]);
    expect(layout.devices.map(({ sign }) => sign)).toEqual([
      undefined,
      { pciDevice: 'qdt.usb', paths: ['usb*/*-1/ep_00'] },
      { pciDevice: 'qdt.usb', paths: ['usb*/*-2/ep_00'] },
    ]);
    expect(layout.models.get('lamp.1')).toEqual({ bus: 'usb', below: 'qdt.usb' });
  });

  it('USB models and CAN nodes: the same controller, with the ports in the order of the devices', () => {
    const layout = new LayoutBuilder();
    for (const [bus, id] of [
      ['usb', 'scale0'],
      ['can', 'motor0'],
      ['usb', 'lamp0'],
      ['can', 'motor1'],
    ] as const)
      layout.add(bus, { ...seat(id), ...(id === 'motor1' ? { place: 'can1' } : {}) });
    expect(layout.devices.map(({ id, properties }) => [id, properties['bus'], properties['port']])).toEqual([
      ['qdt.usb', undefined, undefined],
      ['scale0', 'qdt.usb.0', '1'],
      ['motor0', 'qdt.usb.0', '2'],
      ['lamp0', 'qdt.usb.0', '3'],
      ['motor1', 'qdt.usb.0', '4'],
    ]);
    expect(layout.devices.slice(1).map(({ sign }) => sign?.paths)).toEqual([
      ['usb*/*-1/ep_00'],
      ['usb*/*-2/*-2:*/net/*'],
      ['usb*/*-3/ep_00'],
      ['usb*/*-4/*-4:*/net/*'],
    ]);
  });

  it('an I2C model: a controller, the writes to which nobody waits for', () => {
    const layout = new LayoutBuilder();
    layout.add('i2c', { ...seat('temp0'), client: { type: 'lm75', address: 0x48 } });
    const [controller] = layout.devices;
    expect([controller?.id, controller?.properties['x-no-posted-writes']]).toEqual(['qdt.i2c0', false]);
  });

  it('CAN nodes: an adapter for each bus, that of the first of its nodes', () => {
    const layout = new LayoutBuilder();
    layout.add('can', seat('motor0'));
    layout.add('can', { ...seat('lamp0'), place: 'can1' });
    layout.add('can', { ...seat('ear0'), place: 'can0' });
    expect(layout.devices.map(({ id, properties }) => [id, properties['port']])).toEqual([
      ['qdt.usb', undefined],
      ['motor0', '1'],
      ['lamp0', '2'],
    ]);
    expect([...layout.models].map(([id, { below }]) => [id, below])).toEqual([
      ['motor0', 'qdt.usb'],
      ['lamp0', 'qdt.usb'],
      ['ear0', 'motor0'],
    ]);
    expect([socketName('can', undefined, 'm0'), socketName('can', 'can1', 'm1')]).toEqual(['can0', 'can1']);
  });

  it('models behind a board: one function, also for an I2C device on it, of which the kernel needs no telling', () => {
    const layout = new LayoutBuilder();
    const client = { type: 'hid', address: 0x2c };
    layout.add('i2c', { ...seat('keyboard0'), place: 'board', client });
    layout.add('spi', { ...seat('eeprom0'), place: 'spi1' });
    layout.add('gpio', seat('keys0'));
    layout.add('platform', seat('uart0'));
    expect(layout.devices.map(({ id, sign, clients }) => ({ id, sign, clients }))).toEqual([
      { id: 'qdt.board', sign: { pciDevice: 'qdt.board', paths: ['qdt_devices'] }, clients: undefined },
    ]);
    expect([...layout.models].map(([id, { below }]) => `${id} ${below}`)).toEqual(
      ['keyboard0', 'eeprom0', 'keys0', 'uart0'].map((id) => `${id} qdt.board`),
    );
    expect([socketName('i2c', 'board', 'm0'), socketName('spi', 'spi1', 'm1')]).toEqual(['board', 'board']);
  });

  it('a line and a link: a UART and a network card; the driver of a chosen card is the test’s matter', () => {
    const layout = new LayoutBuilder();
    layout.add('serial', { id: 'gps0', socket: '/s,1/gps0' });
    layout.add('link', seat('net0'));
    layout.add('link', { ...seat('net1'), nic: 'e1000e' });
    expect(layout.devices.flatMap((device) => deviceArguments(device))).toEqual([
      '-chardev',
      'socket,id=qdt.model.gps0,path=/s,,1/gps0',
      '-device',
      '{"driver":"pci-serial","id":"gps0","chardev":"qdt.model.gps0"}',
      '-netdev',
      '{"type":"stream","id":"qdt.model.net0","server":false,"addr":{"type":"unix","path":"/s/net0"}}',
      '-device',
      '{"driver":"virtio-net-pci","id":"net0","netdev":"qdt.model.net0"}',
      '-netdev',
      '{"type":"stream","id":"qdt.model.net1","server":false,"addr":{"type":"unix","path":"/s/net1"}}',
      '-device',
      '{"driver":"e1000e","id":"net1","netdev":"qdt.model.net1"}',
    ]);
    expect(layout.devices.map(({ sign }) => sign?.pciDevice)).toEqual(['gps0', 'net0', undefined]);
    expect(layout.models.get('gps0')).toEqual({ bus: 'serial', below: 'gps0' });
  });

  it('a serial model at the line of another model: nothing', () => {
    const layout = new LayoutBuilder();
    layout.add('serial', { ...seat('gps0'), place: 'uart0.line' });
    layout.add('platform', seat('uart0'));
    expect(layout.devices.map(({ id }) => id)).toEqual(['qdt.board']);
    expect([...layout.models]).toEqual([
      ['gps0', { bus: 'serial', below: 'uart0' }],
      ['uart0', { bus: 'platform', below: 'qdt.board' }],
    ]);
  });

  it('I2C models with a type: clients that the guest is told of', () => {
    const layout = new LayoutBuilder();
    layout.add('i2c', { ...seat('temp0'), client: { type: 'lm75', address: 0x48 } });
    layout.add('i2c', seat('plain'));
    layout.add('i2c', { ...seat('rom0'), client: { type: '24c02', address: 0x50 } });
    expect(layout.devices.map(({ clients }) => clients)).toEqual([
      [
        { model: 'temp0', type: 'lm75', address: 0x48 },
        { model: 'rom0', type: '24c02', address: 0x50 },
      ],
    ]);
  });

  it('I2C models: one function for each bus; those of a board: one for all', () => {
    const layout = new LayoutBuilder();
    for (const [bus, id, place] of [
      ['i2c', 'temp0'],
      ['i2c', 'temp1', 'i2c0'],
      ['i2c', 'rom', 'i2c1'],
      ['spi', 'flash', 'spi0'],
      ['gpio', 'keys'],
    ] as const)
      layout.add(bus, { id, place, socket: `/s/${socketName(bus, place, 'own')}` });
    expect(layout.devices.map(({ id, driver, properties }) => [id, driver, properties['socket']])).toEqual([
      ['qdt.i2c0', 'vfio-user-pci', { type: 'unix', path: '/s/i2c0' }],
      ['qdt.i2c1', 'vfio-user-pci', { type: 'unix', path: '/s/i2c1' }],
      ['qdt.board', 'vfio-user-pci', { type: 'unix', path: '/s/board' }],
    ]);
    expect([...layout.models.values()].map(({ below }) => below)).toEqual([
      'qdt.i2c0',
      'qdt.i2c0',
      'qdt.i2c1',
      'qdt.board',
      'qdt.board',
    ]);
  });
});
