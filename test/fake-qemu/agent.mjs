// The guest's agent as in guest/PROTOCOL.md: commands in order, one at a time.
import { onLines } from './monitor.mjs';

/** Calls `obey` with each command, one at a time. */
export function serveCommands(socket, obey) {
  let turn = Promise.resolve();
  onLines(socket, (line) => {
    turn = turn.then(() => obey(line));
  });
}

/** The steps of an agent in an uneventful test. */
export function usualAnswer(line, transport) {
  const [command, subject, detail] = line.split(' ');
  switch (command) {
    case 'stage':
      return [
        { agent: `begin ${subject}` },
        { say: `log.${subject}`, text: `output of ${subject}\n` },
        { agent: `end ${subject} 0` },
      ];
    case 'folder':
      return [...(subject === 'sent' ? [{ readFiles: Number(detail) }] : []), { agent: 'ok folder' }];
    case 'collect':
      return [
        ...(transport === 'tar' ? [{ say: 'files', text: `${'\0'.repeat(1024)}$MARK` }] : []),
        { agent: 'ok collect' },
      ];
    case 'rest':
      return [{ say: 'console', text: `[    9.0] qdt: the test is over: ${subject}\r\n` }, { agent: 'done$WRITTEN' }];
    case 'finish':
      return [{ agent: 'done' }, { event: 'SHUTDOWN', data: { guest: true, reason: 'guest-shutdown' } }, { exit: 0 }];
    case 'env':
      return [];
    default:
      return [{ agent: `ok ${command}` }];
  }
}
