import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/device-host/control-protocol.ts
var maxLineBytes = 16 * 1024 * 1024;
var controlDescriptor = 3;

// src/host/json-lines.ts
function readJsonLines(stream, { maxBytes, onValue, onEnd }) {
  let rest = [];
  let restBytes = 0;
  let isEnded = false;
  const end = (reason) => {
    if (isEnded) return;
    isEnded = true;
    onEnd(reason);
  };
  const take = (line) => {
    try {
      onValue(JSON.parse(line.toString("utf8")));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      end(`expected a line of JSON, found ${JSON.stringify(line.subarray(0, 100).toString("utf8"))}`);
    }
  };
  stream.on("data", (chunk) => {
    let start = 0;
    for (let at = chunk.indexOf(10); at !== -1 && !isEnded; at = chunk.indexOf(10, start)) {
      take(Buffer.concat([...rest, chunk.subarray(start, at)]));
      rest = [];
      restBytes = 0;
      start = at + 1;
    }
    rest.push(chunk.subarray(start));
    restBytes += chunk.length - start;
    if (restBytes > maxBytes) end(`a line is longer than ${maxBytes} bytes`);
  });
  stream.on("end", () => end());
  stream.on("close", () => end());
  stream.on("error", (error) => end(error.message));
}

export {
  readJsonLines,
  maxLineBytes,
  controlDescriptor
};
