import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/machine/line-splitter.ts
function splitLines(stream, { maxLength, onLine }) {
  const splitter = createLineSplitter({ maxLength, onLine });
  stream.on("data", (chunk) => splitter.push(chunk));
  stream.on("end", () => splitter.end());
}
function createLineSplitter({ maxLength, onLine }) {
  let held = [];
  let heldLength = 0;
  const emit = () => {
    const line = Buffer.concat(held, heldLength);
    held = [];
    heldLength = 0;
    onLine(line);
  };
  const hold = (piece) => {
    for (let rest = piece; rest.length > 0; ) {
      const taken = rest.subarray(0, maxLength - heldLength);
      held.push(taken);
      heldLength += taken.length;
      rest = rest.subarray(taken.length);
      if (heldLength === maxLength && rest.length > 0) emit();
    }
  };
  return {
    push: (chunk) => {
      let start = 0;
      for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
        hold(chunk.subarray(start, end));
        emit();
        start = end + 1;
      }
      hold(chunk.subarray(start));
    },
    end: () => {
      if (heldLength > 0) emit();
    }
  };
}

// src/run/evidence/run-record.ts
var stageNames = ["suite-setup", "setup", "run", "teardown", "suite-teardown"];

export {
  splitLines,
  createLineSplitter,
  stageNames
};
