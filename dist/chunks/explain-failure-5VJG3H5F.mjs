import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  explain
} from "./chunk-JVQXNKLL.mjs";
import "./chunk-54VHLGQU.mjs";
import "./chunk-NB437NA3.mjs";
import "./chunk-QCCLME2R.mjs";
import "./chunk-SMNQLJ77.mjs";
import "./chunk-JWWMP6TB.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-HNXBVB67.mjs";
import "./chunk-5NQF2QDM.mjs";
import "./chunk-JE7DW4WU.mjs";
import "./chunk-KUXDDXUL.mjs";
import "./chunk-V4ERITS4.mjs";
import "./chunk-FZIWA45V.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-IMACQRHJ.mjs";
import "./chunk-37LICBCB.mjs";
import "./chunk-R2N667XA.mjs";
export {
  explain
};
