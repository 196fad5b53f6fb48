import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/local-socket.ts
import { connect, createServer, Socket } from "node:net";
function openInheritedSocket(descriptor) {
  return new Socket({ fd: descriptor, readable: true, writable: true });
}
async function listenLocal(path, onConnection, { pauseOnConnect = false } = {}) {
  const open = /* @__PURE__ */ new Set();
  const server = createServer({ pauseOnConnect }, (stream) => {
    open.add(stream);
    stream.once("close", () => open.delete(stream));
    onConnection(stream);
  });
  await new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(path, resolve);
  });
  return {
    path,
    [Symbol.dispose]: () => {
      server.close();
      for (const stream of open) stream.destroy();
    }
  };
}

export {
  openInheritedSocket,
  listenLocal
};
