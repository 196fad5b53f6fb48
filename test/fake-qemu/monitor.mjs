// QEMU's side of QMP, as docs/interop/qmp-spec of QEMU has it.

const usualGreeting = { QMP: { version: { qemu: { micro: 3, minor: 1, major: 11 }, package: '' }, capabilities: ['oob'] } };

/** Greets and answers commands; `event` makes an event's line. */
export function serveMonitor(socket, { greeting, refusedCommands = {}, monitor = {} }, perform) {
  if (greeting === undefined) socket.write(line(usualGreeting));
  else if (greeting !== 'none') socket.write(greeting);
  let isNegotiated = false;
  onLines(socket, (text) => {
    const { execute, id } = JSON.parse(text);
    const refused = refusedCommands[execute];
    if (refused !== undefined) socket.write(line({ error: refused, id }));
    else if (execute === 'qmp_capabilities') {
      isNegotiated = true;
      socket.write(line({ return: {}, id }));
    } else if (!isNegotiated) {
      socket.write(line({ error: { class: 'CommandNotFound', desc: `Expecting capabilities negotiation with 'qmp_capabilities'` }, id }));
    } else if (monitor[execute] !== undefined) {
      socket.write(line({ return: monitor[execute].return ?? {}, id }), () => perform(monitor[execute].then ?? []));
    } else if (execute === 'query-status') {
      socket.write(line({ return: { status: 'running', running: true }, id }));
    } else if (execute === 'quit') {
      socket.write(line({ return: {}, id }), () => process.exit(0));
    } else {
      socket.write(line({ error: { class: 'CommandNotFound', desc: `The command ${execute} has not been found` }, id }));
    }
  });
  return { event: (name, data) => line({ timestamp: { seconds: 1, microseconds: 2 }, event: name, data }) };
}

export function onLines(socket, take) {
  let rest = '';
  socket.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const one of lines) take(one);
  });
}

function line(message) {
  return `${JSON.stringify(message)}\r\n`;
}
