// QEMU's side of QMP, as in QEMU's docs/interop/qmp-spec.
import { connect } from 'node:net';

const usualGreeting = {
  QMP: { version: { qemu: { micro: 3, minor: 1, major: 11 }, package: '' }, capabilities: ['oob'] },
};

/** The saved state of a fake machine. */
const fakeState = 'the state of a fake machine';

/**
 * Greets and answers commands; `event` makes an event's line. `before`: called with each command, awaited; `after`:
 * called with what an answer is followed by; `restore`: makes the saved guest run.
 */
export function serveMonitor(socket, { greeting, refusedCommands = {}, monitor = {} }, { before, after, restore }) {
  if (greeting === undefined) socket.write(line(usualGreeting));
  else if (greeting !== 'none') socket.write(greeting);
  let isNegotiated = false;
  let turn = Promise.resolve();
  onLines(socket, (text) => {
    turn = turn.then(() => serve(JSON.parse(text)));
  });
  return { event: (name, data) => line({ timestamp: { seconds: 1, microseconds: 2 }, event: name, data }) };

  async function serve({ execute, arguments: given, id }) {
    if ((await before(execute)) === 'hung') return;
    const refused = refusedCommands[execute];
    if (refused !== undefined) socket.write(line({ error: refused, id }));
    else if (execute === 'qmp_capabilities') {
      isNegotiated = true;
      socket.write(line({ return: {}, id }));
    } else if (!isNegotiated) {
      socket.write(
        line({
          error: { class: 'CommandNotFound', desc: `Expecting capabilities negotiation with 'qmp_capabilities'` },
          id,
        }),
      );
    } else if (monitor[execute] !== undefined) {
      socket.write(line({ return: monitor[execute].return ?? {}, id }), () => after(monitor[execute].then ?? []));
    } else if (execute === 'query-status') {
      socket.write(line({ return: { status: 'running', running: true }, id }));
    } else if (execute === 'migrate-set-capabilities' || execute === 'migrate-set-parameters') {
      socket.write(line({ return: {}, id }));
    } else if (execute === 'migrate') {
      connect(given.uri.slice('unix:'.length)).end(fakeState);
      socket.write(line({ return: {}, id }));
    } else if (execute === 'query-migrate') {
      socket.write(line({ return: { status: 'completed' }, id }));
    } else if (execute === 'migrate-incoming') {
      socket.write(line({ return: {}, id }));
      await restore();
    } else if (execute === 'human-monitor-command') {
      socket.write(line({ return: '', id }));
    } else if (execute === 'quit') {
      socket.write(line({ return: {}, id }), () => process.exit(0));
    } else {
      socket.write(
        line({ error: { class: 'CommandNotFound', desc: `The command ${execute} has not been found` }, id }),
      );
    }
  }
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
