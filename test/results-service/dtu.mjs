// dtu-github-actions, an independent implementation of GitHub's services, in a separate process: it replaces
// console.log, and would listen on all interfaces.
import http from 'node:http';
import { writeSync } from 'node:fs';

const listen = http.Server.prototype.listen;
http.Server.prototype.listen = function listenHere(port, _host, ...rest) {
  return listen.call(this, port, '127.0.0.1', ...rest);
};
const { startEphemeralDtu } = await import('dtu-github-actions/ephemeral');
const { url } = await startEphemeralDtu(process.argv[2]);
writeSync(1, `${url}\n`);
