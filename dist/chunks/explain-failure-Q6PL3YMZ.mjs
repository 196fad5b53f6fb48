import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  explain
} from "./chunk-SQDWSJMJ.mjs";
import "./chunk-XPKAC4Z6.mjs";
import "./chunk-QNI5LVWG.mjs";
import "./chunk-HBDH3GES.mjs";
import "./chunk-UUOU5VDB.mjs";
import "./chunk-G3ESJAYB.mjs";
import "./chunk-TLKRRDTL.mjs";
import "./chunk-OBZB7FWP.mjs";
import "./chunk-ZUY5BCRQ.mjs";
import "./chunk-CQ32FWZF.mjs";
import "./chunk-TKNCHDQE.mjs";
import "./chunk-UUDNWT5W.mjs";
import "./chunk-IOJG36AI.mjs";
import "./chunk-SCEE63KM.mjs";
import "./chunk-VBOZQQIC.mjs";
import "./chunk-R2N667XA.mjs";
export {
  explain
};
