import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  invocation
} from "./chunk-YT2C4MXR.mjs";
import {
  environmentVariable
} from "./chunk-SMWPJZE2.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-R2N667XA.mjs";

// src/command/command-host.ts
function commandHost(installation) {
  const { stdout, stderr } = process;
  const isTty = stdout.isTTY && environmentVariable("CI") === void 0;
  const forced = environmentVariable("FORCE_COLOR");
  return {
    installation,
    invocation: invocation(),
    cwd: process.cwd(),
    write: (text) => void stdout.write(text),
    complain: (text) => void stderr.write(text),
    isTty,
    color: environmentVariable("NO_COLOR") === void 0 && (forced === void 0 ? stdout.isTTY : forced !== "0"),
    columns: () => stdout.isTTY ? stdout.columns : 100,
    onSignal: (signal, listener) => void process.on(signal, listener),
    exit: (status) => process.exit(status)
  };
}
export {
  commandHost
};
