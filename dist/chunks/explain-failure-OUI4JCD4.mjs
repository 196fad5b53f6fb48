import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  explain
} from "./chunk-6EZBKYJU.mjs";
import "./chunk-XPKAC4Z6.mjs";
import "./chunk-JV6YK5TX.mjs";
import "./chunk-UUOU5VDB.mjs";
import "./chunk-NDZHT6TS.mjs";
import "./chunk-CQ32FWZF.mjs";
import "./chunk-UUDNWT5W.mjs";
import "./chunk-A22H6BHT.mjs";
import "./chunk-R2N667XA.mjs";
export {
  explain
};
